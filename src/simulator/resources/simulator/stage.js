// What happens around the people: the time, the faults, who is reached, the bot's process.
import {$, api, button, el, emit, fullMoment, local, moment, on, person, state, toast} from './base.js';

const DAY = 86400e3;
const SPEEDS = [[0, '停住'], [1, '和真的一样快'], [60, '一秒一分钟'], [600, '一秒十分钟'], [3600, '一秒一小时']];
let time = {now: new Date().toISOString(), speed: 0, stands: false};
let round = [];
let rounds = [];

const nextMorning = () => local(Date.parse(local(time.now).slice(0, 10) + 'T09:10:00+08:00') + (local(time.now).slice(11) < '09:10' ? 0 : DAY));
const JUMPS = [
  ['下一个早上 09:10', nextMorning],
  ['十分钟后', () => local(Date.parse(time.now) + 600e3)],
  ['3月15日 10:00', () => '2027-03-15T10:00'],
  ['4月20日 09:10', () => '2027-04-20T09:10'],
  ['4月30日 09:10', () => '2027-04-30T09:10']];

export async function setClock(at) {
  round = [];
  document.body.classList.add('moving');
  try {
    await api('/sim/clock', {now: at + ':00+08:00', run: 1});
    await new Promise(settle => setTimeout(settle, 400));
    tellRound();
  } catch (e) {
    toast('时钟没拨动：' + e.message);
  } finally {
    document.body.classList.remove('moving');
  }
}

function tellRound() {
  const names = [...new Set(round.map(one => one.userid))].map(u => person(u)?.name || u);
  if (!names.length) {
    toast('到 ' + moment(time.now) + ' 了。这一刻没有要发的。');
    return;
  }
  toast('到 ' + moment(time.now) + ' 了，机器人主动发出 ' + round.length + ' 条，给 ' + names.slice(0, 3).join('、') + (names.length > 3 ? ' 等 ' + names.length + ' 人' : ''), ['看看', () => openTab('time')]);
}

function drawTime() {
  $('nowText').textContent = fullMoment(time.now) + (time.stands && time.speed > 1 ? ' ▸▸' : '');
  const panel = $('panel-time');
  if (panel.hidden) return;
  const busy = document.activeElement && panel.contains(document.activeElement) && document.activeElement.tagName === 'INPUT';
  if (busy) return;
  const input = el('input');
  input.type = 'datetime-local';
  input.id = 'moment';
  input.value = local(time.now);
  input.setAttribute('aria-label', '拨到这一刻');
  const form = el('form', 'jump', input, el('button', 'primary', '拨到'));
  form.onsubmit = e => { e.preventDefault(); input.blur(); if (input.value) setClock(input.value); };
  panel.replaceChildren(
    el('h3', '', '演练的时间', el('small', '', '机器人和平台的钟一起走')),
    el('p', 'big', fullMoment(time.now)),
    form,
    el('div', 'choices', ...JUMPS.map(([label, at]) => button('chip', label, () => setClock(at())))),
    el('h3', '', '让它走', el('small', '', '到点的事，到点就发生')),
    speeds(),
    el('h3', '', '一轮一轮发出的', el('small', '', '点名字，看收到了什么')),
    rounds.length ? el('div', 'rounds', ...rounds.slice(-8).reverse().map(drawRound)) : el('p', 'empty', '还没有。试试拨到 4月20日 09:10：照片“未采集”的同学会收到提醒。'));
}

function speeds() {
  const group = el('div', 'choices', ...SPEEDS.map(([speed, label]) => {
    const node = button('chip', label, async () => {
      if (!time.stands) await api('/sim/clock', {now: new Date(time.now).toISOString()});
      await api('/sim/clock', {run: speed});
    });
    node.setAttribute('aria-pressed', String(time.stands ? time.speed === speed : speed === 1));
    return node;
  }));
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', '时钟快慢');
  return group;
}

function drawRound(one) {
  const names = [...one.people].map(userid => button('name', person(userid)?.name || userid, () => { location.hash = userid; }));
  return el('div', 'round', el('b', '', moment(one.at) + '　' + one.people.size + ' 人'), el('p', '', one.text), el('div', 'names', ...names));
}

// Lines that nobody asked for, of one moment, are a round.
function note({userid, line}) {
  if (line.from !== 'bot' || line.more.passive) return;
  round.push({userid, line});
  const last = rounds[rounds.length - 1];
  if (last && Math.abs(Date.parse(line.at) - Date.parse(last.at)) < 90e3) {
    last.people.add(userid);
  } else {
    rounds.push({at: line.at, people: new Set([userid]), text: line.text.split('\n')[0].slice(0, 60) + '…'});
  }
  drawTime();
}

const FAULTS = [
  ['平台送消息给机器人', [
    ['unanswered', '回答丢在路上', '机器人答了，平台没收到，会再送一遍；不能办两次'],
    ['repeat', '同一条送两次', '两次要得到同样的回答'],
    ['late', '消息晚到两秒', '']]],
  ['机器人调用平台', [
    ['busy', '平台繁忙', 'errcode -1，过会儿再发'],
    ['limit', '超过频率', 'errcode 45009，停一分钟'],
    ['parallel', '并发过高', 'errcode 45033'],
    ['token', '令牌提前失效', 'errcode 42001，换一个再发'],
    ['server', '网关出错', 'HTTP 502，一页 HTML'],
    ['lost', '收下了却断线', '不知道送没送到；不能让人收到两条'],
    ['timeout', '收下了却不回音', '等 12 秒也没有回答'],
    ['slow', '平台慢两秒', '']]]];
const OFTEN = [['off', '关'], ['once', '下一次'], ['some', '三成'], ['all', '每次']];
const PLANS = {once: {share: 1, times: 1}, some: {share: 0.3, times: -1}, all: {share: 1, times: -1}};
const often = one => !one ? 'off' : one.times >= 0 ? (one.struck < one.times ? 'once' : 'off') : one.share < 1 ? 'some' : 'all';
let seed = 1;

async function drawFaults() {
  const panel = $('panel-faults');
  if (panel.hidden) return;
  const plan = await api('/sim/faults');
  const bot = await api('/sim/bot');
  seed = plan.seed;
  const planned = Object.fromEntries(plan.faults.map(one => [one.kind, one]));
  const rows = FAULTS.flatMap(([title, kinds]) => [el('h3', '', title), ...kinds.map(([kind, label, why]) => faultRow(planned, kind, label, why))]);
  panel.replaceChildren(...process(bot), ...reach(), ...rows, el('p', 'empty', '种子 ' + seed + '：同样的种子、同样的顺序，出同样的错。程序也可以用 POST /sim/faults 来排。'));
}

function faultRow(planned, kind, label, why) {
  const select = el('select', '', ...OFTEN.map(([value, text]) => {
    const option = el('option', '', text);
    option.value = value;
    return option;
  }));
  select.value = often(planned[kind]);
  select.dataset.fault = kind;
  select.setAttribute('aria-label', label);
  select.onchange = () => plan(planned, kind, select.value);
  const struck = planned[kind]?.struck;
  return el('div', 'fault' + (select.value === 'off' ? '' : ' on'), el('div', '', el('b', '', label, struck ? el('i', '', '发生了 ' + struck + ' 次') : ''), el('small', '', why)), select);
}

async function plan(planned, kind, value) {
  const others = Object.values(planned).filter(one => one.kind !== kind && often(one) !== 'off');
  await api('/sim/faults', {seed, faults: [...others, ...(PLANS[value] ? [{kind, ...PLANS[value]}] : [])]});
  drawFaults();
}

function process(bot) {
  if (!bot.ours) return [];
  const act = (label, what, title) => {
    const node = button('chip', label, async () => {
      toast(label + '……');
      await api('/sim/bot', {do: what});
      toast('机器人' + (what === 'stop' ? '停了。发给它的消息，平台会重试三次。' : '又在线了，聊到一半的接着聊。'));
      emit('settings');
      drawFaults();
    });
    node.title = title;
    return node;
  };
  return [el('h3', '', '机器人的进程', el('small', '', bot.up ? '在线' : '不在线')),
    el('div', 'choices', act('重启', 'restart', '办完手里的事再停，然后启动'), act('拔电源再启动', 'crash', 'kill -9：什么都来不及收尾'), bot.up ? act('停下', 'stop', '') : act('启动', 'start', ''))];
}

function reach() {
  if (!state.current) return [];
  const select = el('select', '', ...[['ok', '能收到'], ['outside', '不在可见范围'], ['unlicensed', '没有接口许可']].map(([value, text]) => {
    const option = el('option', '', text);
    option.value = value;
    return option;
  }));
  select.value = state.current.reach;
  select.setAttribute('aria-label', state.current.name + '收得到吗');
  select.onchange = async () => {
    await api('/sim/person', {userid: state.current.userid, reach: select.value});
    state.current.reach = select.value;
    emit('settings');
  };
  return [el('h3', '', state.current.name + '收得到吗'), el('div', 'fault', el('div', '', el('b', '', '主动发给' + state.current.name), el('small', '', '平台按 invaliduser、unlicenseduser 告诉机器人')), select)];
}

async function drawBot() {
  const bot = await api('/sim/bot').catch(() => ({up: false}));
  $('bot').classList.toggle('down', !bot.up);
  $('bot').lastElementChild.textContent = bot.up ? '机器人在线' : '机器人不在线';
}

const TABS = ['rows', 'time', 'faults', 'wire'];
export function openTab(id, shows = true) {
  TABS.forEach(one => {
    const chosen = one === id;
    $('tab-' + one).setAttribute('aria-selected', String(chosen));
    $('tab-' + one).tabIndex = chosen ? 0 : -1;
    $('panel-' + one).hidden = !chosen;
  });
  if (shows) sheet(true);
  emit('tab', id);
}

export function sheet(open) {
  document.body.classList.toggle('sheet', open);
  $('details').setAttribute('aria-expanded', String(open));
}

export function startStage() {
  TABS.forEach((id, at) => {
    $('tab-' + id).onclick = () => openTab(id);
    $('tab-' + id).onkeydown = e => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
      if (!step) return;
      const next = TABS[(at + step + TABS.length) % TABS.length];
      openTab(next);
      $('tab-' + next).focus();
    };
  });
  $('now').onclick = () => openTab('time');
  $('bot').onclick = () => openTab('faults');
  $('details').onclick = () => openTab('rows');
  $('closeSide').onclick = () => { sheet(false); $('details').focus(); };
  $('save').onclick = () => {
    const a = el('a');
    a.href = '/sim/saved';
    a.download = 'saved.chat';
    a.click();
    toast('存好了。放进 src/test/resources/chats/，它就是一个测试。');
  };
  on('line', note);
  on('clock', told => { time = told; drawTime(); });
  on('tab', id => { if (id === 'time') drawTime(); if (id === 'faults') drawFaults(); });
  ['picked', 'settings', 'faults', 'answered'].forEach(name => on(name, () => drawFaults().catch(() => {})));
  on('bot', () => { drawBot(); drawFaults().catch(() => {}); });
  api('/sim/now').then(told => { time = told; drawTime(); });
  drawBot();
  setInterval(() => {
    if (!time.stands) {
      time = {...time, now: new Date().toISOString()};
      $('nowText').textContent = fullMoment(time.now);
    }
  }, 10e3);
  setInterval(drawBot, 5e3);
}

export const currentTime = () => time;
