import { meansWords } from '../../../../words/rooms/means'
import { inRoom } from '../inRoom'
import { above, board, branch } from '../places'
import { about, known, namedOffice, officer, oneOffice } from '../reader'

const venues = board('管活动场地')

const keepers = {
  roles: ['secretary', 'bureau'],
  icon: 'wallet',
  title: '这里是支部和老干部局记账的地方',
  hint: '如果应该由您来看，请联系支部书记。',
} as const
const bureau = { ...keepers, roles: ['bureau'], title: '这里是老干部局返还党费的地方' } as const

/** Who may read each page of dues, funds and venues. */
export const guarded = inRoom(meansWords, {
  venues: known,
  venue: about('id', 'place', '一个活动场地', known),
  runVenues: venues,
  editVenue: venues,
  venueDesk: about('id', 'desk', '一个场地谁订了哪天', officer(above('管活动场地'))),
  venueCode: about('venueId', 'qr', '一个场地门口贴的码', officer(above('管活动场地'))),
  venueDoor: about('scene', 'qr', '一个场地今天谁在用', known),
  myDues: known,
  dues: branch,
  funds: namedOffice(keepers, oneOffice(keepers)),
  duesReturns: namedOffice(bureau, oneOffice(bureau)),
  fundsPublished: known,
  fundAudit: about('orgId', 'wallet', '支部的账', known),
})
