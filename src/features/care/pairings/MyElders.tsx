import { View } from '@tarojs/components'
import { CallNumbers } from '../../people/public'
import { Card } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Portrait } from '../../../components/Portrait'
import { spoken } from '../../../components/spoken'
import { Screen } from '../../../components/Screen'
import { day } from '../../../components/times'
import { Button } from '../../../components/Button'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { isFixed } from '../../../../core/care/pairings/rules'
import { AskPhoto } from '../cards/AskPhoto'
import { MyPhoto } from '../cards/MyPhoto'
import { kindWord, month } from './words'
import { routes } from '../../../../core/shared/routes'

type Mine = Given<'pairing.mine'>

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
              <AskPhoto name={name} />
              {longestUnheard(mine.elders).map(one => (
                <Card key={one.memberId}>
                  <View className="row">
                    <Portrait name={one.name} fileId={one.portrait} />
                    <View className="grow card-title" {...spoken('heading', { level: 2 })}>
                      {one.name}
                    </View>
                  </View>
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
              {mine.portrait !== undefined && <MyPhoto name={name} portrait={mine.portrait} onChange={query.reload} />}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
