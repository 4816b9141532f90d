import { View } from '@tarojs/components'
import { useState } from 'react'
import { asked } from '../../../../core/voice/surveys/rules'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { QrCode } from '../../../components/QrCode'
import { Fact } from '../../../components/Rows'
import { ScanButton } from '../../../components/ScanButton'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { type AnyRefusal, call } from '../../../platform/call'
import { chance } from '../../../platform/chance'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { keep, recall } from '../../../platform/storage'
import { count, publicOf } from '../ballots/seal'
import { fingerprint, fromPaper, toPaper } from '../ballots/tellerKey'
import type { Survey } from './words'

const KEY_BYTES = 32
const place = (surveyId: string) => `teller/${surveyId}`

/** The teller's key as this phone keeps it; null where it has none that fits. */
const keyOf = (surveyId: string): Uint8Array | null => {
  const kept = recall(place(surveyId))
  return typeof kept === 'string' ? fromPaper(kept) : null
}

/** The key on paper: to be copied, photographed from another phone, scanned back. */
const Paper = ({ secret }: { secret: Uint8Array }) => {
  const words = toPaper(secret)
  return (
    <Unfold icon="file" words="把钥匙抄在纸上">
      {close => (
        <Card>
          <View>请把这十四组字抄在纸上收好，不要拍照发给别人。手机丢了、换了，用它还能开箱。</View>
          <View className="prose strong">{words}</View>
          <QrCode text={words} label="钥匙的码，用另一部手机扫" />
          <Button onPress={close}>抄好了，收起来</Button>
        </Card>
      )}
    </Unfold>
  )
}

/** The key of paper brought back. */
const FromPaper = ({ survey, onKey }: { survey: Survey; onKey: () => void }) => {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const use = (words: string) => {
    const key = fromPaper(words)
    const own = survey.tellers.find(one => one.own)?.publicKey
    if (key && publicOf(key) === own && keep(place(survey.surveyId), toPaper(key))) onKey()
    else setWrong(true)
  }
  return (
    <Card title="这部手机上没有钥匙">
      <View>请把纸上的十四组字填进来，或者扫纸上的码。</View>
      <Field
        label="纸上的字"
        value={typed}
        onChange={setTyped}
        max={120}
        tall
        typedOnly
        error={wrong ? '对不上，请看看有没有抄错' : undefined}
      />
      <Button icon="done" onPress={() => use(typed)}>
        用这把钥匙
      </Button>
      <ScanButton words="扫纸上的码" onText={use} />
    </Card>
  )
}

const MakeKey = ({ survey, onMade }: { survey: Survey; onMade: () => Promise<void> }) => {
  const give = useCommand('survey.tellerKey')
  const [failed, setFailed] = useState(false)
  const make = async () => {
    try {
      // A key that was made and not yet heard of is used again.
      const secret = keyOf(survey.surveyId) ?? (await chance(KEY_BYTES))
      if (!keep(place(survey.surveyId), toPaper(secret))) {
        setFailed(true)
        return
      }
      const answer = await give.run({ surveyId: survey.surveyId, publicKey: publicOf(secret) })
      if (answer?.ok) await onMade()
    } catch (error) {
      console.error('A teller’s key could not be made', error)
      setFailed(true)
    }
  }
  return (
    <Screen
      main={
        <BigButton icon="law" busyWords="正在做钥匙…" onPress={make}>
          做我的钥匙
        </BigButton>
      }
    >
      <Title>{survey.title}</Title>
      <View className="prose">
        请您监票。按一下，您的手机会做一把只有您有的钥匙；大家填的票在自己手机上锁好，截止以后用您的钥匙才打得开。
      </View>
      <View className="prose">打开时票已经打乱。您只看到总数，看不到哪张是谁的。</View>
      {failed && <Notice tone="warn" title="没有做成，请升级微信或者清理手机后再按一次" />}
      {give.refusal && <Failure refusal={give.refusal} />}
    </Screen>
  )
}

/** All sealed answers, page by page. */
const fetchBox = async (surveyId: string): Promise<string[] | AnyRefusal> => {
  const box: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof call<'survey.sealed'>>> = await call('survey.sealed', {
      surveyId,
      ...(cursor === null ? {} : { cursor }),
    })
    if (!page.ok) return page
    box.push(...page.data.items)
    cursor = page.data.cursor
  } while (cursor !== null)
  return box
}

const Counting = ({ survey, secret }: { survey: Survey; secret: Uint8Array }) => {
  const tell = useCommand('survey.count')
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const open = async () => {
    const box = await fetchBox(survey.surveyId)
    if (!Array.isArray(box)) {
      setRefusal(box)
      return
    }
    const counted = count(asked(survey.questions), box, survey.tellers.length, secret)
    const answer = await tell.run({ surveyId: survey.surveyId, counted })
    if (answer?.ok) goInstead(routes.surveyResult({ id: survey.surveyId }))
  }
  const failed = refusal ?? tell.refusal
  return (
    <Screen
      main={
        <BigButton icon="law" busyWords="正在开箱点票…" onPress={open}>
          开箱点票
        </BigButton>
      }
    >
      <Title>{survey.title}</Title>
      <View className="prose">截止了。按一下，您的手机开箱、点票，只把总数和打乱的话送出去。</View>
      {failed && <Failure refusal={failed} />}
    </Screen>
  )
}

/** What a teller does: makes the key before, opens and counts the box after. */
export const Teller = ({ surveyId }: { surveyId: string }) => {
  const query = useQuery('survey.get', { surveyId })
  const [, redraw] = useState(0)
  const survey = query.data
  if (!survey)
    return (
      <Screen>
        <Loaded query={query} cards={2}>
          {() => null}
        </Loaded>
      </Screen>
    )
  const own = survey.tellers.find(one => one.own)
  const secret = keyOf(surveyId)
  if (!own)
    return (
      <Screen>
        <Notice tone="info" title="您不是这次测评的监票人" />
      </Screen>
    )
  if (own.publicKey === undefined) return <MakeKey survey={survey} onMade={query.reload} />
  const has = secret !== null && publicOf(secret) === own.publicKey
  if (has && (survey.state === 'closed' || survey.state === 'counted')) return <Counting survey={survey} secret={secret} />
  return (
    <Screen>
      <Title>{survey.title}</Title>
      {has ? (
        <>
          <Notice tone="good" title="钥匙在您手机上">
            <View>截止以后会请您来开箱点票。</View>
          </Notice>
          <Paper secret={secret} />
        </>
      ) : (
        <FromPaper survey={survey} onKey={() => redraw(times => times + 1)} />
      )}
      {survey.state !== 'waiting' && (
        <Fact icon="law" label="核对码，念给大家听，手机上的都应当一样">
          {fingerprint(survey)}
        </Fact>
      )}
    </Screen>
  )
}
