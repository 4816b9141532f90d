import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { copy } from '../../../platform/clipboard'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { isAllDone, type Progress, steps } from './steps'

interface StepProps {
  nth: number
  step: keyof typeof steps
  progress: Progress
  children: ReactNode
}

const Step = ({ nth, step, progress, children }: StepProps) => {
  const { title, now, done } = steps[step]
  const isDone = done(progress)
  return (
    <Card title={`${String(nth)}. ${title}`}>
      <View className={`row tone-${isDone ? 'good' : 'soft'}`}>
        <Icon name={isDone ? 'done' : 'radio'} tone={isDone ? 'good' : 'soft'} />
        <View className="grow">
          {isDone ? '做好了，' : ''}
          {now(progress)}
        </View>
      </View>
      {!isDone && children}
    </Card>
  )
}

/** What the secretary does, in words to be sent to them. */
const ForSecretary = ({ words }: { words: string }) => {
  const [copied, setCopied] = useState<boolean | undefined>()
  return (
    <>
      <View>{words}</View>
      <Button icon="file" onPress={async () => setCopied(await copy(words))}>
        复制，发给支部书记
      </Button>
      {copied !== undefined && (
        <Notice
          tone={copied ? 'good' : 'warn'}
          title={copied ? '复制好了，到聊天里粘贴' : '没有复制成，请照着念给对方'}
          onSeen={() => setCopied(undefined)}
        />
      )}
    </>
  )
}

/** What the next step is done with. */
const next = (progress: Progress): string => {
  if (!steps.places.done(progress)) return '去建支部'
  return steps.officers.done(progress) ? '去看各级负责人' : '去请负责人'
}

/** 开始使用: from an empty district to the first notice, each step with how it stands now. */
export const Start = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('setup.progress', { orgId })
  const { data } = query
  return (
    <Screen
      main={
        data === undefined ? undefined : isAllDone(data) ? (
          <BigButton onPress={() => go(routes.home())}>都做好了，去首页</BigButton>
        ) : (
          <BigButton icon="people" onPress={() => go(routes.officers())}>
            {next(data)}
          </BigButton>
        )
      }
    >
      <View>
        <Title>开始使用</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Loaded query={query} cards={4}>
        {progress => (
          <View className="stack">
            <Step nth={1} step="places" progress={progress}>
              <View>在“各级负责人”里，一个一个加上：先加街道，再加街道的支部。</View>
            </Step>
            <Step nth={2} step="officers" progress={progress}>
              <View>也在“各级负责人”里：给街道的同志、支部书记各一个邀请码，他们在自己的微信里绑定。</View>
            </Step>
            <Step nth={3} step="roster" progress={progress}>
              <View>手里有整份花名册（全区或全街道）的，一次就能导入，没有的支部一起建好。</View>
              <Button icon="upload" onPress={() => go(routes.importAll())}>
                导入整份花名册
              </Button>
              <View>各支部自己有花名册的，请支部书记来导入：</View>
              <ForSecretary words="请支部书记打开“常青365”，按首页的“支部工作台”，再按“花名册”，把 Excel 花名册导入。" />
            </Step>
            <Step nth={4} step="notice" progress={progress}>
              <ForSecretary words="请支部书记打开“常青365”，按首页的“支部工作台”，再按“发通知、办活动”，发第一个通知。" />
            </Step>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
