// A link's secret stands after the #, so that it reaches no log; it is given to Helm once, and taken out of the address first.
const link = location.hash.slice(1);
if (link) {
  history.replaceState(null, '', location.pathname);
  const problem = document.getElementById('problem');
  problem.textContent = 'Signing in …';
  try {
    const answer = await fetch('/sign-in/link', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ link }) });
    if (answer.ok) location.replace('/'); else problem.textContent = (await answer.json()).detail;
  } catch {
    problem.textContent = 'Helm was not reached. Is it still running?';
  }
}
