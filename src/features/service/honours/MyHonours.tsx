import { View } from '@tarojs/components'
import { type ReactNode, useMemo, useState } from 'react'
import { sayDate } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { KeptPicture } from '../../../components/KeptPicture'
import { Empty, Loaded } from '../../../components/Loaded'
import { HEIGHT, WIDTH } from '../../../components/paper'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { type Honour, paintHonour } from './certificate'

const Certificate = ({ honour }: { honour: Honour }) => {
  const paint = useMemo(() => paintHonour(honour), [honour])
  return (
    <KeptPicture
      width={WIDTH}
      height={HEIGHT}
      paint={paint}
      thing="证书"
      words={`荣誉证书：${honour.name}，${honour.title}，${honour.orgName}，${sayDate(honour.on)}`}
      name={`${honour.name}${honour.title}.png`}
      kept="荣誉都记着，换一部手机再看看。"
    />
  )
}

const One = ({ honour }: { honour: Honour }) => {
  const [shown, setShown] = useState(false)
  const { title, reason, on, orgName, state, withdrawn } = honour
  return (
    <Card title={title}>
      <View className="soft">{`${sayDate(on)} · ${orgName}`}</View>
      {reason !== '' && <View>{reason}</View>}
      {withdrawn && (
        <>
          <StateChip icon="stop" tone="warn" words={`${sayDate(dateOf(withdrawn.at))}收回了`} />
          <View>{withdrawn.reason}</View>
        </>
      )}
      {state === 'stands' && shown && <Certificate honour={honour} />}
      {state === 'stands' && !shown && (
        <Button icon="award" about={title} onPress={() => setShown(true)}>
          看证书
        </Button>
      )}
    </Card>
  )
}

interface Props {
  /** Of an officer: the person whose honours they look at. */
  memberId: string | undefined
  name: string | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 我的荣誉: what I was honoured with, each with its certificate; what was withdrawn stays and says so. */
export const MyHonours = ({ memberId, name, forMemberId, head }: Props) => {
  const whose = memberId === undefined ? forMemberId : { memberId }
  const query = useQuery('honour.list', whose)
  const { items, more, refusal } = usePages(query, cursor => call('honour.list', { ...whose, cursor }))
  return (
    <Screen>
      {memberId === undefined ? head : <Title>{`${name ?? '这位同志'}的荣誉`}</Title>}
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="award" title="荣誉会列在这里" hint="服务明星、文明督导、服务满一百小时……授予以后，这里能看证书。" />
            )}
            {items.map(one => (
              <One key={one.honourId} honour={one} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再往前看</Button>}
            {memberId === undefined && (
              <LinkRow icon="star-full" words="荣誉墙" note="支部今年表扬了谁" onPress={() => go(routes.honours())} />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
