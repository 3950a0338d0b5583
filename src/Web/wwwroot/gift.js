// Looks again by itself while a gift is on its way, and shows the page anew once something has happened. Without it there is a link.
(() => {
  const { gift, steps } = document.currentScript.dataset;
  let pause = 1500;
  const look = async () => {
    // Nobody reads a page in the background.
    if (!document.hidden) {
      try {
        const answer = await fetch('/api/v1/gifts/' + gift, { cache: 'no-store', referrerPolicy: 'no-referrer' });
        if (answer.ok && (await answer.json()).trace.length !== Number(steps)) {
          location.replace('/gifts/' + gift);
          return;
        }
      } catch { /* No network for a moment: the next look. */ }
      pause = Math.min(pause * 1.3, 30000);
    }
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
})();
