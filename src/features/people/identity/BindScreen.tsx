import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { peopleOf, useActing } from './session'
import { Bind } from './Bind'
import { AskPrivacy } from './Privacy'
import { routes } from '../../../../core/shared/routes'

/** Opened from an invitation's card or from 我的: binds, says to whom, and leads home. */
export const BindScreen = ({ invite }: { invite?: string }) => {
  const acting = useActing()
  const [bound, setBound] = useState(false)
  if (!acting.me) {
    return <Screen>{acting.refusal === undefined ? <Skeleton /> : <Failure refusal={acting.refusal} onRetry={acting.reload} />}</Screen>
  }
  if (!acting.me.privacyAgreed) return <AskPrivacy acting={acting} />
  if (!bound) {
    const done = async () => {
      await acting.reload()
      setBound(true)
    }
    return <Bind onBound={done} {...(invite ? { invite } : {})} />
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
      </Notice>
    </Screen>
  )
}
