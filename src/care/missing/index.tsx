import { useRouter } from '@tarojs/taro'
import { shanghai } from '../../../core/shared/calendar'
import { InCharge } from '../../bureau/InCharge'
import { Known } from '../../features/people/identity/Known'
import { Coverage } from '../../features/care/visits/Coverage'
import { festivalOf } from '../../features/care/visits/words'
import { now } from '../../platform/clock'

/** Who is missing from a festival (`festival`, `year`: this one where none is named) of one's own office, or of `orgId`. */
export default function MissingPage() {
  const { festival = '', year = '', orgId } = useRouter().params
  const about = { festival: festivalOf(festival), year: Number(year) || shanghai(now()).year() }
  return (
    <Known>
      {({ me }) =>
        orgId ? (
          <Coverage orgId={orgId} {...about} />
        ) : (
          <InCharge me={me} title="这里是节日走访的名单">
            {grant => <Coverage orgId={grant.orgId} {...about} />}
          </InCharge>
        )
      }
    </Known>
  )
}
