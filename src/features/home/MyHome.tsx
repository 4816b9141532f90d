import { LinkRow } from '../../components/Rows'
import { OneRed } from '../../components/Red'
import { routes } from '../../../core/shared/routes'
import { go } from '../../platform/go'
import { ContactCard } from '../care/cards/ContactCard'
import { MyAftercareLine } from '../departures/aftercare/AftercareLine'
import { AskForHelp } from '../help/requests/AskForHelp'
import { Running } from '../help/requests/Running'
import { NextActivity } from '../life/activities/NextActivity'
import type { KnownActing } from '../people/public'
import { News } from '../people/messages/News'
import { useWeek } from './useWeek'
import type { Person } from './week'
import { WeekRows } from './WeekRows'

/** So many elders of a helper's week stand on their own home; all of them are one press away. */
const SHOWN = 2

/** What a member without an office has to do for elders, those who wait for an answer apart. */
const Helping = ({ people, waiting }: { people: readonly Person[]; waiting: boolean }) => {
  const theirs = people.filter(({ matters }) => (matters[0].urgency === 0) === waiting)
  const left = theirs.length - SHOWN
  return (
    <>
      <WeekRows people={theirs.slice(0, SHOWN)} />
      {left > 0 && <LinkRow icon="people" words={`还有 ${String(left)} 位老同志要联系`} onPress={() => go(routes.elders())} />}
    </>
  )
}

interface Props {
  acting: KnownActing
  /** The elders of the reader's week have a place of their own. */
  apart: boolean
}

/**
 * A member's own home: help under way and what is next with its act, who looks after me, how to ask for help, what I was told. Nothing else. One
 * block is red: the act that is due, else the way to help.
 */
export const MyHome = ({ acting, apart }: Props) => {
  const { me, person, forMemberId } = acting
  const own = forMemberId.forMemberId === undefined
  const whose = own ? undefined : `${person.name}同志`
  const people = useWeek(own && !apart) ?? []
  return (
    <>
      <OneRed last={taken => <AskForHelp warm={taken} whose={whose} />}>
        <Helping waiting people={people} />
        <Running forMemberId={forMemberId} />
        <NextActivity forMemberId={forMemberId} />
        <ContactCard memberId={person.memberId} officer={me.grants.length > 0} whose={whose} />
        <Helping waiting={false} people={people} />
        {me.member !== null && <MyAftercareLine />}
      </OneRed>
      <News />
    </>
  )
}
