// The guided tour: one student done in four messages, one correction reviewed, one round of reminders.
import {$, api, button, el, local, on, state, userPath} from './base.js';
import {say} from './chat.js';
import {currentTime, openTab, setClock, sheet} from './stage.js';

const COLLEGE = '信息科学与工程学院';
const SECRETARY = 'jm-xinxi';
const ZHANG_SAN = '320230100003';
// The mornings when the sample's rule reminds of the photo; a second tour takes the next.
const MORNINGS = ['2027-04-20', '2027-04-23', '2027-04-25', '2027-04-27', '2027-04-28', '2027-04-29', '2027-04-30'];

// Who has not confirmed yet: the well-known two first, others when the tour is taken again.
function cast() {
  const open = state.people.filter(p => p.role === 'student' && p.state === '未核对' && p.college === COLLEGE && p.userid !== ZHANG_SAN);
  const known = userid => open.find(p => p.userid === userid);
  const others = open.filter(p => p.userid > '320230100012');
  return {right: known('320230100001') || others.shift() || open[0], wrong: known('320230100002') || others.shift() || open[1]};
}

let arrive;
const go = userid => new Promise(arrived => {
  if (state.current?.userid === userid) {
    arrived();
    return;
  }
  arrive = arrived;
  location.hash = userid;
});

const talk = (userid, ...texts) => async () => {
  await go(userid);
  for (const text of texts) await say(text);
};

async function lastTag(userid) {
  const about = await api(userPath('/sim/person/', userid));
  return Math.max(0, ...about.rows.filter(row => row.table === 'correction').map(row => row.tag));
}

const FIRST = '2027-03-15T10:00';
const begins = () => {
  const now = local(currentTime().now);
  return now < FIRST || now > '2027-07' ? FIRST : now;
};
const morning = () => (MORNINGS.find(day => day + 'T09:10' > local(currentTime().now)) || '2027-04-30') + 'T09:10';

const steps = ({right, wrong}) => [
  {title: '三分钟，看三件事', text: '左边是样例名单里的人，你替他们说话；中间是他们手机上的聊天；右边是机器人记下的东西。机器人是真的，企业微信是假的。', does: '开始', act: async () => { await setClock(begins()); await go(right.userid); }},
  {title: '一、信息没错：四句话办完', text: right.name + '刚打开应用。第一句：开始核对。机器人先请人读通知。', does: '替' + right.name + '说“开始核对”', act: talk(right.userid, '开始核对')},
  {title: '第二句', text: '读完通知，说“已阅读”。16 项信息会一项项摆出来，证件号只露末两位。', does: '说“已阅读”', act: talk(right.userid, '已阅读')},
  {title: '第三句、第四句', text: '每一项都对，就说“无误”，再说“我确认”。', does: '说“无误”和“我确认”', act: talk(right.userid, '无误', '我确认')},
  {title: '回执到手', text: right.name + '有了回执号。右边“做了什么”里多了一条确认：只能追加，改不了，和上一条链在一起。', does: '接着看更正', act: talk(wrong.userid, '开始核对', '已阅读'), spot: 'side', panel: 'rows'},
  {title: '二、信息有错：直接说', text: wrong.name + '转过专业，系统里还是原来的。不用找表格，直接说要改成什么。', does: '说“专业改为软件工程”', act: talk(wrong.userid, '专业改为软件工程')},
  {title: '核对备注写好了', text: '机器人写好“专业：原来的→软件工程”，说清找谁备案。' + wrong.name + '确认，更正就到了学院。（姓名、民族这样的关键信息，它会多问两句，再说要哪些证明、寄到哪里。）', does: '说“我确认”', act: talk(wrong.userid, '我确认')},
  {title: '老师那边', text: '换成学院的王老师。她问“待审核”，就看到' + wrong.name + '这一条。', does: '替王老师问“待审核”', act: talk(SECRETARY, '待审核')},
  {title: '审核', text: '她查过学籍，回一句“通过”加编号。', does: '说“通过 编号”', act: async () => { await go(SECRETARY); await say('通过 ' + await lastTag(wrong.userid)); }},
  {title: '五分钟内还能反悔', text: '通过之后五分钟内，老师可以说“撤销”；过了五分钟，' + wrong.name + '才收到结果。把钟拨快二十分钟。', does: '二十分钟后，看' + wrong.name, act: async () => { await setClock(local(Date.parse(currentTime().now) + 1200e3)); await go(wrong.userid); }},
  {title: '三、一轮提醒', text: '日子一天天过去。快到截止日的一个早上，照片还“未采集”的同学会收到提醒，别人不会。', does: '拨到那个早上', act: async () => { await setClock(morning()); await go(ZHANG_SAN); openTab('time', false); }},
  {title: '发出去了', text: '右边“时间”里是这一轮都给了谁；张三手机上就是这一条。要是她说“停止提醒”，就只剩截止前的最后一次通知。', does: '看完了', act: async () => {}, spot: 'side', panel: 'time'},
  {title: '现在随便玩', text: '换个人，说错话，把机器人重启，让平台出故障（右边“故障”）。聊出来的可以“存成测试”。改一个字：config/copy.zh.yml，再在“故障”里点“重启”。', does: '好', act: async () => stop()}];

let STEPS = [];
let at = -1;
let busy = false;

function draw() {
  const step = STEPS[at];
  const panel = $('tour');
  document.querySelectorAll('.spot').forEach(node => node.classList.remove('spot'));
  if (!step) return;
  if (step.spot) $(step.spot).classList.add('spot');
  if (step.panel) openTab(step.panel, false);
  const next = button('primary', step.does, advance);
  next.id = 'tourNext';
  next.disabled = busy;
  panel.hidden = false;
  panel.classList.toggle('first', at === 0);
  panel.replaceChildren(
    el('div', 'dots', ...STEPS.map((s, i) => el('i', i <= at ? 'done' : ''))),
    el('h2', '', step.title), el('p', '', step.text),
    el('div', 'row', button('plain', '不看了', stop), el('small', '', (at + 1) + ' / ' + STEPS.length), next));
  if (!busy) next.focus({preventScroll: true});
}

async function advance() {
  if (busy) return;
  busy = true;
  draw();
  try {
    await STEPS[at].act();
  } finally {
    busy = false;
    if (at >= 0) {
      at++;
      draw();
    }
  }
}

function stop() {
  at = -1;
  $('tour').hidden = true;
  document.body.classList.remove('touring');
  draw();
}

export function startTour() {
  sheet(false);
  STEPS = steps(cast());
  at = 0;
  busy = false;
  document.body.classList.add('touring');
  draw();
}

export function wireTour() {
  on('ready', () => { const arrived = arrive; arrive = null; arrived?.(); });
  $('startTour').onclick = startTour;
  $('welcomeTour').onclick = startTour;
  $('welcomeStudent').onclick = () => { location.hash = '320230100001'; };
}
