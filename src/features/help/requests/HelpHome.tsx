import { Title } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { unfinished } from './draft'
import { KindGrid } from './KindGrid'
import { InHand, RunningLines, useRunning } from './Running'
import { kindIcons } from './words'
import { requestKindWords } from '../../../../core/shared/request-kinds'
import { routes } from '../../../../core/shared/routes'

interface Props {
  memberId: string
  forMemberId: { forMemberId?: string }
  /** The account is a member's own, who may be asked to help. */
  helps: boolean
}

/** What is under way, then the pictures of what can be asked for. */
export const HelpHome = ({ memberId, forMemberId, helps }: Props) => {
  const running = useRunning(forMemberId)
  // What did reach the cloud although the phone never heard so stands among what is running.
  const begun = unfinished(memberId).filter(kind => !running.some(item => item.kind === kind))
  return (
    <>
      <RunningLines running={running} forMemberId={forMemberId} />
      {begun.map(kind => (
        <LinkRow
          key={kind}
          icon={kindIcons[kind]}
          words={`接着求助：${requestKindWords[kind]}`}
          note="上次没有发出去，填的还在"
          onPress={() => go(routes.ask({ kind }))}
        />
      ))}
      {helps && <InHand />}
      <Title>您要什么帮忙？按一下</Title>
      <KindGrid onPick={kind => go(routes.ask({ kind }))} />
      <LinkRow icon="calendar" words="约医生、律师" onPress={() => go(routes.consult())} />
      <LinkRow icon="hand" words="陪着看病、心愿" onPress={() => go(routes.wishes())} />
      <LinkRow icon="list" words="我求助过的、帮过忙的" onPress={() => go(routes.requests({ part: 'asked' }))} />
    </>
  )
}
