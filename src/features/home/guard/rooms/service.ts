import { serviceWords } from '../../../../words/rooms/service'
import { inRoom } from '../inRoom'
import { board } from '../places'
import { about, anyone, known, where, type Asked } from '../reader'

/** Who may read each page of services. */
export const guarded = inRoom(serviceWords, {
  card: known,
  elders: known,
  // A post is forwarded into chats: a stranger sees it, and says who they are when they take a shift.
  post: anyone,
  muster: known,
  musters: known,
  callMuster: board('发起应急集结'),
  musterList: known,
  service: known,
  ask: known,
  request: about('id', 'help', '一件求助办到哪里了', known),
  requests: known,
  helping: known,
  honours: known,
  // A certificate's code is scanned by people who are bound to no member.
  honour: anyone,
  myHonours: known,
  greeting: about('id', 'cake', '一张生日贺卡', known),
  publicCard: anyone,
  myCard: known,
  myBenefits: known,
  stations: known,
  station: where((asked: Asked<'scene'>) => asked('scene') !== undefined, known, about('id', 'place', '一个服务站', known)),
})
