import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import type { AgreedActing } from './Known'
import { peopleOf } from './session'
import { Bind } from './Bind'
import { routes } from '../../../../core/shared/routes'

/** Opened from an invitation's card or from 我的: binds, says which members this phone now acts for, and leads home. */
export const BindScreen = ({ acting, invite }: { acting: AgreedActing; invite?: string }) => {
  const [bound, setBound] = useState(false)
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
