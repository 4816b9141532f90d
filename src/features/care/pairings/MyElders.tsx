import { View } from '@tarojs/components'
import { useState } from 'react'
import { CallNumbers } from '../../people/public'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { AvatarButton } from '../../../components/OpenButtons'
import { Portrait } from '../../../components/Portrait'
import { Screen } from '../../../components/Screen'
import { day } from '../../../components/times'
import { Button } from '../../../components/Button'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { type Picked, upload } from '../../../platform/upload'
import { isFixed } from '../../../../core/care/pairings/rules'
import { kindWord, month } from './words'
import { routes } from '../../../../core/shared/routes'

type Mine = Given<'pairing.mine'>

const MyPhoto = ({ name, mine, onChange }: { name: string; mine: Mine; onChange: () => unknown }) => {
  const set = useCommand('card.portrait')
  const [lost, setLost] = useState(false)
  const chosen = async (picture: Picked | undefined) => {
    setLost(false)
    if (!picture) return
    const fileId = await upload(picture)
    if (fileId === undefined) {
      setLost(true)
      return
    }
    const answer = await set.run({ fileId })
    if (answer?.ok) await onChange()
  }
  const remove = async () => {
    const answer = await set.run({})
    if (answer?.ok) await onChange()
  }
  return (
    <Card>
      <View className="row">
        <Portrait name={name} fileId={mine.portrait} />
        <View className="grow">
          {mine.portrait === undefined ? '放一张您的照片，老同志一眼就认得您。' : '老同志的服务卡上是这张照片。'}
        </View>
      </View>
      {lost && <Notice tone="warn" title="照片没有传上去" onSeen={() => setLost(false)} />}
      {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
      <AvatarButton words={mine.portrait === undefined ? '放照片' : '换照片'} onChosen={chosen} />
      {mine.portrait !== undefined && (
        <Button kind="quiet" icon="remove" onPress={remove}>
          拿掉照片
        </Button>
      )}
    </Card>
  )
}

const heard = ({ lastVisitAt, lastCallAt }: Mine['elders'][number]): string => {
  if (lastCallAt !== undefined && lastCallAt > (lastVisitAt ?? 0)) return `上次通话：${day(lastCallAt)}`
  return lastVisitAt === undefined ? '还没有记过看望' : `上次看望：${day(lastVisitAt)}`
}

/** The elder last seen longest ago, or never, comes first. */
const longestUnheard = (elders: Mine['elders']): Mine['elders'] => {
  const last = ({ lastVisitAt = 0, lastCallAt = 0 }: Mine['elders'][number]) => Math.max(lastVisitAt, lastCallAt)
  return [...elders].sort((one, other) => last(one) - last(other))
}

/** The elders I look after: call them, see when they were last seen; and my photo on their cards. */
export const MyElders = ({ name }: { name: string }) => {
  const query = useQuery('pairing.mine', {})
  return (
    <Screen>
      <Loaded query={query}>
        {mine =>
          mine.elders.length === 0 ? (
            <Empty icon="people" title="现在没有请您联系的老同志" hint="支部书记给您结对以后，他们会出现在这里，还会通知您。" />
          ) : (
            <View className="stack">
              {mine.load.warning !== undefined && <Notice tone="info" title={mine.load.warning} />}
              {longestUnheard(mine.elders).map(one => (
                <Card key={one.memberId} title={one.name}>
                  <View className="soft">
                    {[...one.care, `${month(one.since)}起由您${isFixed(one.kind) ? '联系' : kindWord(one.kind)}`].join(' · ')}
                  </View>
                  {one.residence !== undefined && <View>{one.residence}</View>}
                  <View>{heard(one)}</View>
                  <CallNumbers name={one.name} ask={() => call('pairing.phone', { memberId: one.memberId })} />
                  <Button kind="quiet" icon="id-card" about={one.name} onPress={() => go(routes.card({ memberId: one.memberId }))}>
                    看服务卡
                  </Button>
                </Card>
              ))}
              <MyPhoto name={name} mine={mine} onChange={query.reload} />
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
