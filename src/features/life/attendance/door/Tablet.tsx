import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { ShareButton } from '../../../../components/OpenButtons'
import { QrCode } from '../../../../components/QrCode'
import { Screen } from '../../../../components/Screen'
import { moment } from '../../../../components/times'
import type { Given } from '../../../../platform/call'
import { go } from '../../../../platform/go'
import { kioskLink } from '../links'
import { useCommand } from '../../../../platform/query'
import { useShareCard } from '../../../../platform/share'
import { routes } from '../../../../../core/shared/routes'

/** Opens the kiosk: on this device, or on a tablet through a card sent to its WeChat. */
export const Tablet = ({ activityId }: { activityId: string }) => {
  const open = useCommand('attendance.kioskOpen')
  const [kiosk, setKiosk] = useState<Given<'attendance.kioskOpen'> | undefined>()
  const route = kiosk ? routes.kiosk({ a: activityId, k: kiosk.kioskToken }) : routes.home()
  const card = { title: '签到机：请在平板上打开', route }
  useShareCard(card)
  const press = async () => {
    const answer = await open.run({ activityId })
    if (answer?.ok) setKiosk(answer.data)
  }
  return (
    <Screen
      main={
        kiosk ? (
          <BigButton icon="tablet" onPress={() => go(route)}>
            就在这一台打开
          </BigButton>
        ) : (
          <BigButton icon="tablet" onPress={press}>
            打开签到机
          </BigButton>
        )
      }
    >
      {kiosk && (
        <Card title="用平板扫这个码">
          <QrCode text={kioskLink({ activityId, kioskToken: kiosk.kioskToken })} label="签到机的码，请用平板上的微信扫一扫" />
          <View>在平板上打开微信，扫一扫，签到机就开了。这个码只给平板扫，不是给大家签到的。</View>
        </Card>
      )}
      <Card title="签到机">
        <View>在门口放一台平板。老同志按自己手机号的最后四位，就签到了。</View>
        <View>签到机只能给这一次活动签到，看不到别的内容。</View>
        {kiosk && <View className="strong">{moment(kiosk.closesAt)}自动关闭。</View>}
      </Card>
      {open.refusal && <Failure refusal={open.refusal} />}
      {kiosk && <ShareButton words="发到平板的微信上打开" card={card} />}
    </Screen>
  )
}
