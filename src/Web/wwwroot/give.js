// Keeps the total up to date while somebody fills in the giving form. The form works the same without it.
(() => {
  const form = document.getElementById('gift');
  if (!form) return;
  const { culture, currency, decimals, permille, fixed } = form.dataset;
  const unit = 10 ** decimals;
  const write = new Intl.NumberFormat(culture, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  // Only what can be read in one way; the server reads the rest, and says no where it must.
  const read = text => /^\d{1,5}([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * unit) : NaN;
  const amount = (choice, typed) => {
    const text = form[typed].value.trim();
    return text ? read(text) : read(form[choice].value || 'none');
  };
  const meals = form.querySelector('[data-meal]');
  const counts = [...form.querySelectorAll('[data-count]')];
  const show = () => {
    const gift = meals ? counts.reduce((sum, count) => sum + (/^\d{0,4}$/.test(count.value.trim()) ? Number(count.value) : NaN), 0) * Number(meals.dataset.meal) : amount('amount', 'other');
    const tip = form.tip.value === 'other' && !form.tipOther.value.trim() ? 0 : amount('tip', 'tipOther');
    const fees = form.addFees?.checked ? Math.ceil(((gift + tip) * permille + fixed * 1000) / (1000 - permille)) : 0;
    const known = gift > 0 && tip >= 0;
    for (const line of form.querySelectorAll('[data-when]')) line.hidden = (line.dataset.when === 'known') !== known;
    // What is shown already need not be worked out.
    form.preview.hidden = known;
    if (!known) return;
    const sums = { gift, tip, fees, total: gift + tip + fees };
    for (const place of form.querySelectorAll('[data-sum]')) place.textContent = write.format(sums[place.dataset.sum] / unit);
  };
  const pair = (choice, typed) => {
    form[typed].addEventListener('input', () => { if (form[typed].value.trim()) form[choice].value = 'other'; });
    for (const button of form[choice]) button.addEventListener('change', () => { if (button.value !== 'other') form[typed].value = ''; });
  };
  if (!meals) pair('amount', 'other');
  pair('tip', 'tipOther');
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  show();
})();
