import { careWords } from '../../../../words/rooms/care'
import { inRoom } from '../inRoom'
import { desk, branch, secretary, officers, anyOffice, nearby, above, board, rhythm } from '../places'
import { about, anyone, deskOrOffice, known, namedOffice, officer, oneOffice, where, type Asked } from '../reader'

/** Who may read each page of care. */
export const guarded = inRoom(careWords, {
  pairings: namedOffice(officers, deskOrOffice(nearby)),
  helper: about('helperId', 'people', '一位同志联系着哪些老同志', secretary),
  elder: about('memberId', 'people', '一位老同志由谁联系', secretary),
  partners: branch,
  pledges: board('看共建承诺'),
  // The contact of a partner unit is bound to no member.
  partner: anyone,
  print: branch,
  point: branch,
  birthdays: branch,
  visits: known,
  visit: about('id', 'home', '一次走访，去过了也在这里登记', known),
  missing: board('看节日走访名单'),
  plan: branch,
  raise: deskOrOffice(nearby),
  visitSettings: branch,
  calendar: oneOffice(above('定走访日历')),
  special: where((asked: Asked<'mine' | 'orgId' | 'name'>) => asked('mine') !== undefined, known, anyOffice),
  carePerson: about('memberId', 'clock', '一位老同志多久联系一次', known),
  careSettings: namedOffice(rhythm, deskOrOffice(rhythm)),
  benefits: anyOffice,
  benefit: anyOffice,
  cases: known,
  case: about('id', 'talk', '一件请您看的事', known),
  openCase: deskOrOffice({ ...nearby, roles: ['secretary', 'street'] }),
  farewells: anyOffice,
  aftercare: about('memberId', 'file', '一位同志去世后，家里的事办到哪里了', known),
  farewell: where(
    (asked: Asked<'memberId' | 'orgId'>) => (asked('memberId') ?? asked('orgId')) !== undefined,
    officer({ ...desk, roles: ['secretary', 'street'] }),
    branch,
  ),
  consult: known,
  hours: about('id', 'calendar', '可以约的一位医生、律师', known),
  hoursDesk: about('id', 'desk', '一次坐班来了谁', known),
  keepHours: board('排医生、律师坐班'),
  wishes: known,
  wish: about('id', 'hand', '一次陪同看病、一个心愿办到哪里了', known),
  keepWishes: anyOffice,
})
