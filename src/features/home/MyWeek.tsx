import { Section } from '../../components/Card'
import { Empty, Skeleton } from '../../components/Loaded'
import { Part } from '../../components/Part'
import { Tiles } from '../../components/Tiles'
import { routes } from '../../../core/shared/routes'
import { go } from '../../platform/go'
import { AskPhoto } from '../care/cards/AskPhoto'
import { BenefitsLine } from '../care/benefits/BenefitsLine'
import { MyAftercareLine } from '../departures/aftercare/AftercareLine'
import { OfficeLines } from '../help/requests/DeskLine'
import { type Me, officesOf } from '../people/public'
import { useWeek } from './useWeek'
import { WeekRows } from './WeekRows'

/** The first screen of a group leader and a liaison: who waits now, this week's elders once each, then the tools. */
export const MyWeek = ({ me }: { me: Me }) => {
  const people = useWeek()
  const isNow = (urgency: number) => urgency === 0
  return (
    <>
      <Part title="现在">
        <OfficeLines me={me} />
        {people && <WeekRows people={people.filter(({ matters }) => isNow(matters[0].urgency))} />}
      </Part>
      {!people && <Skeleton cards={2} />}
      {people?.length === 0 && <Empty icon="done" title="这周没有要看望、要联系的老同志" hint="到了该去的时候，他们会一位一位列在这里。" />}
      <Part title="这周">
        {people && <WeekRows people={people.filter(({ matters }) => !isNow(matters[0].urgency))} />}
        <MyAftercareLine />
        {officesOf(me)
          .filter(office => !office.secretary)
          .map(({ orgId, orgName }) => (
            <BenefitsLine key={orgId} orgId={orgId} of={orgName} />
          ))}
      </Part>
      {me.member && <AskPhoto name={me.member.name} />}
      <Section title="办事">
        <Tiles
          tiles={[
            { icon: 'help', words: '求助', onPress: () => go(routes.requestDesk()) },
            { icon: 'people', words: '我联系的', onPress: () => go(routes.elders()) },
            { icon: 'steps', words: '看望', onPress: () => go(routes.visits()) },
            { icon: 'add', words: '安排看望', onPress: () => go(routes.raise()) },
            { icon: 'phone', words: '特殊关怀', onPress: () => go(routes.special({ mine: true })) },
            { icon: 'talk', words: '结对联系', onPress: () => go(routes.pairings()) },
          ]}
        />
      </Section>
    </>
  )
}
