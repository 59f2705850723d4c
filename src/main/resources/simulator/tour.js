// The guided tour: one student done in four messages, one correction reviewed, one round of reminders.
import {$, api, button, el, on, state, userPath} from './base.js';
import {say} from './chat.js';
import {openTab, setClock, sheet} from './stage.js';

const LI_SI = '320230100001';
const WANG_WU = '320230100002';
const ZHANG_SAN = '320230100003';
const SECRETARY = 'jm-xinxi';

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

async function lastTag() {
  const about = await api(userPath('/sim/person/', WANG_WU));
  return Math.max(0, ...about.rows.filter(row => row.table === 'correction').map(row => row.tag));
}

const STEPS = [
  {title: '三分钟，看三件事', text: '左边是样例名单里的人，你替他们说话；中间是他们手机上的聊天；右边是机器人记下的东西。机器人是真的，企业微信是假的。', does: '开始', act: async () => { await setClock('2027-03-15T10:00'); await go(LI_SI); }},
  {title: '一、信息没错：四句话办完', text: '李四刚打开应用。第一句：开始核对。机器人先请他读通知。', does: '替他说“开始核对”', act: talk(LI_SI, '开始核对'), spot: 'chat'},
  {title: '第二句', text: '读完通知，说“已阅读”。16 项信息会一项项摆出来，证件号只露末两位。', does: '说“已阅读”', act: talk(LI_SI, '已阅读'), spot: 'chat'},
  {title: '第三句、第四句', text: '每一项都对，就说“无误”，再说“我确认”。', does: '说“无误”和“我确认”', act: talk(LI_SI, '无误', '我确认'), spot: 'chat'},
  {title: '回执到手', text: '李四有了回执号。右边“做了什么”里多了一条确认：它只能追加，改不了，和上一条链在一起。', does: '接着看更正', act: async () => { openTab('rows', false); await go(WANG_WU); await say('开始核对'); await say('已阅读'); }, spot: 'side', panel: 'rows'},
  {title: '二、信息有错：直接说', text: '王五的民族登记错了。不用找表格，直接说要改成什么。', does: '说“民族改为回族”', act: talk(WANG_WU, '民族改为回族'), spot: 'chat'},
  {title: '核对备注写好了', text: '机器人写好“民族：汉族→回族”，说清要哪些证明、寄到哪里。王五确认，更正就到了学院。', does: '说“我确认”', act: talk(WANG_WU, '我确认'), spot: 'chat'},
  {title: '老师那边', text: '换成学院的王老师。她问“待审核”，就看到王五这一条。', does: '替王老师问“待审核”', act: talk(SECRETARY, '待审核'), spot: 'chat'},
  {title: '审核', text: '她看过材料，回一句“通过”加编号。', does: '说“通过 编号”', act: async () => { await go(SECRETARY); await say('通过 ' + await lastTag()); }, spot: 'chat'},
  {title: '五分钟内还能反悔', text: '通过之后五分钟内，老师可以说“撤销”；过了五分钟，王五才收到结果。把钟拨快十分钟。', does: '十分钟后，看王五', act: async () => { await setClock('2027-03-15T10:20'); await go(WANG_WU); }, spot: 'chat'},
  {title: '三、一轮提醒', text: '日子一天天过去。4 月 20 日早上，照片还“未采集”的同学会收到提醒，别人不会。', does: '拨到 4月20日 09:10', act: async () => { await setClock('2027-04-20T09:10'); await go(ZHANG_SAN); openTab('time', false); }, spot: 'chat'},
  {title: '发出去了', text: '右边“时间”里是这一轮都给了谁；张三手机上就是这一条。她要是说“停止提醒”，就只剩截止前的最后一次通知。', does: '看完了', act: async () => {}, spot: 'side', panel: 'time'},
  {title: '现在随便玩', text: '换个人，说错话，把机器人重启，让平台出故障（右边“故障”）。聊出来的可以“存成测试”。改一个字：config/copy.zh.yml，再在“故障”里点“重启”。', does: '好', act: async () => stop()}];

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
  at = 0;
  busy = false;
  document.body.classList.add('touring');
  draw();
}

export function wireTour() {
  on('ready', () => { const arrived = arrive; arrive = null; arrived?.(); });
  $('startTour').onclick = startTour;
  $('welcomeTour').onclick = startTour;
  $('welcomeStudent').onclick = () => { location.hash = LI_SI; };
}
