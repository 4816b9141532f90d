import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Confirm } from '../../../../components/Confirm'
import { Failure } from '../../../../components/Failure'
import { ShareButton } from '../../../../components/OpenButtons'
import { QrCode } from '../../../../components/QrCode'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { sharePicture } from '../../../../components/sharePicture'
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
  const picture = sharePicture({
    ...{ over: '放在门口的平板', title: '签到机', block: '签到', large: '请在平板上点开' },
    lines: ['按手机号的后四位，就签到了', '只给一台平板用，谁先打开就归谁'],
  })
  const card = { title: '签到机：请在平板上打开', route, picture }
  useShareCard(card)
  const close = useCommand('attendance.kioskClose')
  const [closed, setClosed] = useState(false)
  const press = async () => {
    setClosed(false)
    const answer = await open.run({ activityId })
    if (answer?.ok) setKiosk(answer.data)
  }
  const stop = async () => {
    const answer = await close.run({ activityId })
    if (!answer?.ok) return
    setKiosk(undefined)
    setClosed(true)
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
      {closed && <Notice tone="good" title="签到机都停用了" onSeen={() => setClosed(false)} />}
      {kiosk && (
        <Card title="用平板扫这个码">
          <QrCode text={kioskLink({ activityId, kioskToken: kiosk.kioskToken })} label="签到机的码，请用平板上的微信扫一扫" />
          <View>在平板上打开微信，扫一扫，签到机就开了。这个码只给一台平板用，谁先打开就归谁，不是给大家签到的。</View>
          <Button busyWords="正在打开…" onPress={press}>
            再开一台，换一个码
          </Button>
        </Card>
      )}
      <Card title="签到机">
        <View>在门口放一台平板。老同志按自己手机号的最后四位，就签到了。</View>
        <View>签到机只能给这一次活动签到，看不到别的内容。</View>
        {kiosk && <View className="strong">{moment(kiosk.closesAt)}自动关闭。</View>}
      </Card>
      {open.refusal && <Failure refusal={open.refusal} />}
      {kiosk && <ShareButton words="发到平板的微信上打开" card={card} />}
      {close.refusal && <Failure refusal={close.refusal} />}
      <Confirm
        kind="secondary"
        question="停用这次活动的签到机吗？"
        explain="开着的平板马上不能签到了；已经签到的都还在。"
        yes="是，停用"
        no="不，留着"
        onYes={stop}
      >
        停用签到机
      </Confirm>
    </Screen>
  )
}
