// Facts of the form for disputes come in the part of the address that browsers do not send: they may be personal data.

const FACTS = '#facts=';

if (location.hash.startsWith(FACTS)) {
  const field = document.getElementById('facts');
  field.value = decodeURIComponent(location.hash.slice(FACTS.length));
  history.replaceState(null, '', location.pathname + location.search);
}
