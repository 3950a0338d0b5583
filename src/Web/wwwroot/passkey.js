// Passkeys: shows the forms that need them where the browser has them, asks the browser, and sends its answer as the form's own.
(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON || !navigator.credentials) return;
  for (const note of document.querySelectorAll('[data-no-passkeys]')) note.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const failed = form.querySelector('[data-failed]');
      failed.hidden = true;
      try {
        const token = new FormData();
        token.set('__RequestVerificationToken', form.elements['__RequestVerificationToken'].value);
        const answer = await fetch(form.dataset.options, { method: 'POST', body: token });
        if (!answer.ok) throw new Error(answer.statusText);
        const options = await answer.json();
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
