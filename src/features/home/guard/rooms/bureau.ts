import { bureauWords } from '../../../../words/rooms/bureau'
import { inRoom } from '../inRoom'
import { above, board, offices, stations } from '../places'
import { about, namedOffice, officer, oneOffice } from '../reader'

/** Who may read each page of those above. */
export const guarded = inRoom(bureauWords, {
  requestBoard: board('看求助看板'),
  ladder: board('定求助找人时间'),
  overview: board('看工作看板'),
  gaps: board('看谁还没有结对'),
  rhythmOverdue: namedOffice(offices, oneOffice(offices)),
  rhythmRules: namedOffice(offices, oneOffice(offices)),
  committees: namedOffice(offices, oneOffice(offices)),
  liaisons: namedOffice(offices, oneOffice(offices)),
  nameLiaison: about('branchId', 'person-add', '一个支部的联络员', officer(offices)),
  branchReport: about('branchId', 'file', '支部的工作报告', officer(offices)),
  coverage: namedOffice(offices, oneOffice(offices)),
  start: oneOffice(offices),
  runStations: stations,
  editStation: stations,
  duty: about('stationId', 'calendar', '一个服务站谁哪天值班', officer(above('排班'))),
  stationWords: stations,
  doorCode: about('stationId', 'qr', '一个服务站门口贴的码', officer(above('管服务站点'))),
  officers: oneOffice(offices),
  importAll: oneOffice({
    roles: ['street', 'bureau'],
    icon: 'people',
    title: '这里给街道和老干部局导入各支部的花名册',
    hint: '只导入本支部的，请支部书记在花名册里办。',
  }),
  health: oneOffice({
    roles: ['bureau'],
    icon: 'list',
    title: '这里给老干部局的技术人员用',
    hint: '如果应该由您来看，请联系老干部局。',
  }),
  find: oneOffice({ ...offices, icon: 'search', title: '这里给街道和老干部局找人' }),
  found: about('memberId', 'people', '一位同志的情况', officer({ ...offices, title: '这里给街道和老干部局看一位同志的情况' })),
})
