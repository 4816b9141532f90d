import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/people/identity/Known'
import { Board } from '../../features/help/requests/board/Board'
import { Rows } from '../../features/help/requests/board/Rows'
import { laneOf } from '../../features/help/requests/lanes'
import { kindOf } from '../../features/help/requests/words'
import { InCharge } from '../InCharge'

/** The board of requests: one's own, that of an organization below (`orgId`, `name`), one of its lists (`lane`), or rows (`rows`, `month`, `kind`, `broken`). */
export default function BoardPage() {
  const { orgId, name: encoded = '', lane, rows, month, kind, broken } = useRouter().params
  const name = decodeURIComponent(encoded)
  return (
    <Known>
      {({ me }) => {
        if (!orgId)
          return (
            <InCharge me={me} title="这里是街道和老干部局的求助看板">
              {grant => <Board orgId={grant.orgId} name={grant.orgName} own />}
            </InCharge>
          )
        if (rows && month) return <Rows orgId={orgId} name={name} month={month} kind={kindOf(kind)} broken={broken === '1'} />
        const own = me.grants.some(grant => grant.orgId === orgId)
        return <Board orgId={orgId} name={name} lane={lane ? laneOf(lane) : undefined} own={own} />
      }}
    </Known>
  )
}
