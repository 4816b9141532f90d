import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BigButton } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Empty } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { Known } from '../../features/identity/Known'
import { Board } from '../../features/requests/board/Board'
import { Rows } from '../../features/requests/board/Rows'
import { laneOf } from '../../features/requests/lanes'
import { kindOf } from '../../features/requests/words'
import { go } from '../../platform/go'
import type { Me } from '../../platform/session'

const OFFICES = ['street', 'bureau', 'secretary']

/** The first board: that of one's own office; asked for where one holds several. */
const OwnBoard = ({ me }: { me: Me }) => {
  const grants = me.grants.filter(grant => OFFICES.includes(grant.role))
  const [chosen, setChosen] = useState(grants.length === 1 ? grants[0]?.orgId : undefined)
  const grant = grants.find(one => one.orgId === chosen)
  if (grant) return <Board orgId={grant.orgId} name={grant.orgName} settles={grant.role !== 'secretary'} />
  if (grants.length === 0) {
    return (
      <Screen main={<BigButton onPress={() => go('/pages/home/index')}>回首页</BigButton>}>
        <Empty icon="chart" title="这里是街道和老干部局的求助看板" hint="如果应该由您来看，请联系上级党组织。" />
      </Screen>
    )
  }
  return (
    <Screen>
      <Choice
        label="先看哪一个的？"
        options={grants.map(one => ({ value: one.orgId, words: one.orgName }))}
        value={undefined}
        onChange={setChosen}
      />
    </Screen>
  )
}

/** The board of requests: one's own, that of an organization below (`orgId`, `name`), one of its lists (`lane`), or rows (`rows`, `month`, `kind`, `broken`). */
export default function BoardPage() {
  const { orgId, name: encoded = '', lane, rows, month, kind, broken } = useRouter().params
  const name = decodeURIComponent(encoded)
  return (
    <Known>
      {({ me }) => {
        if (!orgId) return <OwnBoard me={me} />
        if (rows && month) return <Rows orgId={orgId} name={name} month={month} kind={kindOf(kind)} broken={broken === '1'} />
        return <Board orgId={orgId} name={name} lane={lane ? laneOf(lane) : undefined} />
      }}
    </Known>
  )
}
