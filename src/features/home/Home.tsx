import { useState } from 'react'
import { Screen } from '../../components/Screen'
import { Tabs } from '../../components/Tabs'
import { BoardNow } from '../figures/boards/BoardNow'
import { RhythmLateLine } from '../life/public'
import { ActingFor } from '../people/identity/Known'
import { ChooseOffice, type KnownActing } from '../people/public'
import { BureauJoiningLine } from '../people/joining/JoiningLine'
import { DutyLine, MyBranchesLine } from '../people/liaisons/Lines'
import { StartLine } from '../people/setup/StartLine'
import { Desk } from './Desk'
import { branchOnDesk, putOnDesk } from './guard/desk'
import { MyHome } from './MyHome'
import { MyWeek } from './MyWeek'
import { NameAndDay } from './NameAndDay'
import { type View, viewsOf } from './views'

const words: Readonly<Record<View, string>> = { desk: '支部工作台', board: '工作看板', week: '这周', own: '我自己' }

/** The first screen: officers open on their work, and have their own home one tap beside it; a member has only that. */
export const Home = ({ acting }: { acting: KnownActing }) => {
  const { me } = acting
  const views = viewsOf(me)
  const [{ chosen, turn }, turnTo] = useState<{ chosen?: View; turn: number }>({ turn: 0 })
  // What is pressed once more is fetched once more.
  const choose = (next: View) => turnTo({ chosen: next, turn: turn + 1 })
  const view = views.find(one => one === chosen) ?? views[0]
  const ways = views.length > 1 && <Tabs options={views.map(value => ({ value, words: words[value] }))} value={view} onChange={choose} />
  const offices = me.grants.filter(({ role }) => role === 'secretary')
  if (view === 'desk')
    return (
      <ChooseOffice
        tab="home"
        head={ways}
        offices={offices}
        label="您负责几个支部，先办哪一个的事？"
        first={branchOnDesk()}
        onChosen={putOnDesk}
      >
        {({ orgId, orgName }, onChange) => (
          <Desk key={turn} tab="home" head={ways} branchId={orgId} branchName={orgName} onChange={onChange} />
        )}
      </ChooseOffice>
    )
  const above = me.grants.find(({ role }) => role === 'bureau') ?? me.grants.find(({ role }) => role === 'street')
  return (
    <Screen tab="home" wide={view === 'board'}>
      {ways}
      {view !== 'board' && <NameAndDay name={me.member?.name} />}
      {view === 'board' && <StartLine me={me} />}
      {view === 'board' && <BureauJoiningLine me={me} />}
      {view === 'board' && above && <BoardNow orgId={above.orgId} name={above.orgName} />}
      {view === 'board' && above && <DutyLine orgId={above.orgId} name={above.orgName} />}
      {view === 'board' && above && <RhythmLateLine orgId={above.orgId} name={above.orgName} />}
      {(view === 'board' || view === 'week') && <MyBranchesLine />}
      {view === 'week' && <MyWeek me={me} />}
      {view === 'own' && <ActingFor acting={acting} />}
      {view === 'own' && <MyHome acting={acting} apart={views.includes('week')} />}
    </Screen>
  )
}
