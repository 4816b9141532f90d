import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import type { MetActing } from './Known'
import { peopleOf } from './session'
import { Bind } from './Bind'
import { Invited } from './Invited'
import { routes } from '../../../../core/shared/routes'

type Bound = () => Promise<unknown>

/** Opened from a branch's card in a chat: its members are asked about first. A card that has ended leaves the usual ways. */
const OfBranch = ({ token, onBound }: { token: string; onBound: Bound }) => {
  const query = useQuery('joining.open', { token })
  const [passed, setPassed] = useState(false)
  if (query.data) return <Bind onBound={onBound} branch={{ token, name: query.data.branchName, office: query.data.office }} />
  if (passed) return <Bind onBound={onBound} />
  if (!query.refusal) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  return (
    <Screen main={<BigButton onPress={() => setPassed(true)}>用手机号绑定</BigButton>}>
      <Failure refusal={query.refusal} />
    </Screen>
  )
}

interface Props {
  acting: MetActing
  /** The code of an invitation that was opened from a card. */
  invite?: string | undefined
  as?: string | undefined
  branch?: string | undefined
}

/** Opened from an invitation, a branch's card or from 我的: binds, says which members this phone now acts for, and leads home. */
export const BindScreen = ({ acting, invite, as, branch }: Props) => {
  // A member who opens the branch's card once more is there already.
  const [bound, setBound] = useState(branch !== undefined && acting.me.member !== null)
  const [other, setOther] = useState(false)
  const done = async () => {
    await acting.reload()
    setBound(true)
  }
  if (!bound) {
    if (invite !== undefined && !other) {
      const role = as === 'family' || as === 'officer' ? as : 'member'
      return <Invited acting={acting} invite={invite} as={role} onBound={done} onOther={() => setOther(true)} />
    }
    return branch === undefined ? <Bind onBound={done} /> : <OfBranch token={branch} onBound={done} />
  }
  return (
    <Screen main={<BigButton onPress={() => go(routes.home())}>好，去首页</BigButton>}>
      <Notice tone="good" title="绑定好了">
        <View>这部手机现在可以替这些同志办事：</View>
        {peopleOf(acting.me).map(person => (
          <View key={person.memberId} className="strong">
            {person.name}（{person.branchName}）
          </View>
        ))}
        <View className="soft">不是您？在“我的”里按“解除绑定”。</View>
      </Notice>
    </Screen>
  )
}
