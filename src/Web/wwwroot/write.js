// Shows a story as it will look while somebody types it, and keeps what was not saved. The form works the same without it.
(() => {
  const form = document.getElementById('words');
  if (!form) return;
  const shown = document.getElementById('shown');
  const kept = document.getElementById('kept');
  const later = (work, pause) => {
    let timer;
    const wait = () => { clearTimeout(timer); timer = setTimeout(work, pause); };
    form.addEventListener('input', wait);
    form.addEventListener('submit', () => clearTimeout(timer));
  };
  // Without a connection nothing is shown or kept, and typing goes on.
  const send = path => fetch(path, { method: 'POST', body: new FormData(form) }).catch(() => new Response(null, { status: 503 }));
  const show = async () => {
    const answer = await send(form.dataset.preview);
    if (!answer.ok) return;
    // Made safe by the server, as on the public page.
    shown.innerHTML = await answer.text();
    shown.closest('section').hidden = false;
  };
  const keep = async () => {
    const answer = await send(form.dataset.keep);
    kept.textContent = answer.ok ? form.dataset.kept : '';
  };
  later(show, 400);
  later(keep, 1500);
})();
