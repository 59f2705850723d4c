// Starts the parts of the page and passes on what the simulator tells.
import {$, emit, on, state} from './base.js';
import {closeMenus, drawMenu, load, pick, startChat} from './chat.js';
import {startInspect} from './inspect.js';
import {loadPeople, startPeople} from './people.js';
import {sheet, startStage} from './stage.js';
import {wireTour} from './tour.js';

const chosen = () => decodeURIComponent(location.hash.slice(1));
const TOLD = ['line', 'change', 'trouble', 'clock', 'menu', 'bot', 'wire', 'faults'];

startPeople();
startChat();
startStage();
startInspect();
wireTour();

let events;
let lost = false;
function listen() {
  events = new EventSource('/sim/events');
  TOLD.forEach(name => events.addEventListener(name, event => emit(name, JSON.parse(event.data))));
  events.onerror = () => { lost = true; };
  events.onopen = () => {
    // What was said while the connection was away.
    if (lost && state.current) load().catch(() => {});
    lost = false;
  };
}
listen();
// A page kept for the way back would keep its connection, and a browser has six.
window.addEventListener('pagehide', () => events.close());
window.addEventListener('pageshow', e => {
  if (e.persisted) {
    lost = true;
    listen();
  }
});

window.onhashchange = async () => {
  sheet(false);
  await pick(chosen());
  emit('ready');
};
document.addEventListener('keydown', e => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName);
  if (e.key === '/' && !typing) {
    e.preventDefault();
    $('search').focus();
  } else if (e.key === 'Escape') {
    closeMenus();
    sheet(false);
  }
});
document.addEventListener('click', e => { if (!e.target.closest('.menu')) closeMenus(); });

on('menu', () => drawMenu());
await loadPeople().catch(() => emit('bot'));
await drawMenu();
if (chosen()) {
  await pick(chosen());
}
emit('ready');
document.body.classList.add('loaded');
