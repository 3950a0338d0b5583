// Reads the code of a voucher with the camera, where the browser can. The camera is asked for when somebody taps, and let go at once.
(() => {
  const part = document.querySelector('[data-camera]');
  if (!part || !('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  const [button, video, failed] = ['button', 'video', '[data-failed]'].map(name => part.querySelector(name));
  const form = document.getElementById('serve');
  let stream;
  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = undefined;
    video.hidden = true;
    button.hidden = false;
  };
  const look = async detector => {
    if (!stream) return;
    const [found] = await detector.detect(video).catch(() => []);
    if (!found) {
      setTimeout(look, 150, detector);
      return;
    }
    stop();
    form.elements.Code.value = found.rawValue;
    form.requestSubmit();
  };
  button.addEventListener('click', async () => {
    failed.hidden = true;
    try {
      const detector = new BarcodeDetector({ formats: ['qr_code'] });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      button.hidden = true;
      await video.play();
      look(detector);
    } catch {
      stop();
      failed.hidden = false;
    }
  });
  addEventListener('pagehide', stop);
  part.hidden = false;
})();
