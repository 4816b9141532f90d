import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import type { Me, Person } from '../../people/public'
import { DeskScreen } from './DeskScreen'
import { laneOf } from './lanes'
import { RequestScreen } from './RequestScreen'
import { routes } from '../../../../core/shared/routes'

interface Props {
  orgId: string
  orgName: string
  me: Me
  person: Person
  lane: string | undefined
  /** Another of one's offices; absent where there is only one. */
  onChange?: (() => void) | undefined
}

/** The requests of those one looks after, the exceptions first; one tap to each, to call, to give it out. */
export const RequestDesk = ({ orgId, orgName, me, person, lane, onChange }: Props) => (
  <DeskScreen
    orgId={orgId}
    first={laneOf(lane)}
    beside={requestId => <RequestScreen requestId={requestId} me={me} person={person} ringsAt={undefined} foot={null} />}
    head={<View className="soft">{orgName}</View>}
    foot={may => (
      <>
        <LinkRow icon="help" words="替一位同志求助" onPress={() => go(routes.ask({ org: orgId }))} />
        <LinkRow icon="calendar" words="陪同看病、心愿" onPress={() => go(routes.keepWishes({ orgId, name: orgName }))} />
        {may.includes('board') && (
          <LinkRow
            icon="chart"
            words="本支部求助的数"
            note="兑现率、用时、导出 Excel"
            onPress={() => go(routes.requestBoard({ orgId, name: orgName }))}
          />
        )}
        {may.includes('board') && (
          <LinkRow icon="people" words="服务队" note="谁会修水、修电，有事先请他们" onPress={() => go(routes.teams())} />
        )}
        {may.includes('board') && (
          <LinkRow icon="people" words="核实志愿者" note="自己报名的，核实后才派单" onPress={() => go(routes.volunteers())} />
        )}
        {onChange && (
          <Button kind="quiet" onPress={onChange}>
            看别处的
          </Button>
        )}
      </>
    )}
  />
)
