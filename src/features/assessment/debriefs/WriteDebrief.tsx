import { View } from '@tarojs/components'
import { useState } from 'react'
import { routeIn, routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { KeptDraft } from '../../../components/KeptDraft'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, type Given, newId } from '../../../platform/call'
import { hasDraft, useDraft } from '../../../platform/draft'
import { go, goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'

type Drafted = Given<'debrief.draft'>
type Figure = Drafted['sections'][number]['figures'][number]
type Submitted = NonNullable<Given<'debrief.get'>['submitted']>

interface Draft {
  sections: { title: string; text: string }[]
}
const isDraft = fields<Draft>({ sections: list(fields({ title: text, text })) })
const keyOf = (branchId: string, year: number) => `debrief/${branchId}/${String(year)}`

/** Where the figures of one part come from. */
const Sources = ({ figures }: { figures: readonly Figure[] }) =>
  figures.length === 0 ? null : (
    <Unfold kind="quiet" icon="search" words={`这一段 ${String(figures.length)} 个数的出处`}>
      {close => (
        <View className="stack">
          {figures.map(({ name, words, value, unit, page }) => {
            const to = routeIn(page)
            return <LinkRow key={name} icon="chart" words={words} note={`${String(value)} ${unit}`} onPress={() => to && go(to)} />
          })}
          <Button kind="quiet" onPress={close}>
            收起
          </Button>
        </View>
      )}
    </Unfold>
  )

interface Props {
  branchId: string
  year: number
}

const Handed = ({ branchId, year }: Props) => (
  <Screen>
    <Notice tone="good" title="述职交上去了" big>
      <View>街道和老干部局能看到了。上级点评以前，还可以改好再交。</View>
    </Notice>
    <ExportButton
      words="打开 Word 文件"
      icon="file"
      name={`${String(year)}年述职报告.docx`}
      make={() => call('debrief.file', { branchId, year }, { commandId: newId() })}
    />
    <Button onPress={() => goInstead(routes.debrief({ branchId, year }))}>看看交的内容</Button>
  </Screen>
)

const bare = (sections: readonly { title: string; text: string }[]) => sections.map(one => ({ title: one.title, text: one.text }))

/** What was handed in, with the parts that were left out of it standing there empty. */
const goOn = (drafted: Drafted, submitted: Submitted): Draft['sections'] => {
  const titles = drafted.sections.map(one => one.title)
  const known = titles.map(title => ({ title, text: submitted.sections.find(one => one.title === title)?.text ?? '' }))
  return [...known, ...bare(submitted.sections.filter(one => !titles.includes(one.title)))]
}

const Form = ({
  branchId,
  year,
  drafted,
  open,
  submitted,
  onDone,
}: Props & { drafted: Drafted; open: boolean; submitted: Submitted | null; onDone: () => void }) => {
  const [kept] = useState(() => hasDraft(keyOf(branchId, year), isDraft))
  const { draft, change, done } = useDraft(keyOf(branchId, year), isDraft, {
    sections: submitted ? goOn(drafted, submitted) : bare(drafted.sections),
  })
  const submit = useCommand('debrief.submit')
  const set = (nth: number, text: string) =>
    change(before => ({ sections: before.sections.map((one, at) => (at === nth ? { ...one, text } : one)) }))
  const press = async () => {
    const answer = await submit.run({ branchId, year, sections: draft.sections.filter(one => one.text.trim() !== '') })
    if (!answer?.ok) return
    done()
    onDone()
  }
  const figuresOf = (title: string) => drafted.sections.find(one => one.title === title)?.figures ?? []
  return (
    <Screen
      main={
        open ? (
          <>
            {submit.refusal && <Failure refusal={submit.refusal} onSeen={submit.forget} />}
            <BigButton icon="done" busyWords="正在交…" disabled={draft.sections.every(one => one.text.trim() === '')} onPress={press}>
              {submitted ? '改好了，再交一次' : '交给上级'}
            </BigButton>
          </>
        ) : undefined
      }
    >
      <View>
        <Title>{`${String(year)}年述职`}</Title>
        <View className="soft">{drafted.branchName}</View>
      </View>
      {!open && <Notice tone="info" title={`${sayDay(drafted.opensOn)}起可以交，现在先写着，写的都会留下`} />}
      <Notice tone="info" title="数字是系统里有的，已经替您填好">
        <View>每一句都可以改。不知道的，没有写。</View>
      </Notice>
      {(kept || submitted) && <KeptDraft words="照系统里的数重新写" onStartOver={() => change({ sections: bare(drafted.sections) })} />}
      {draft.sections.map((section, nth) => (
        <View key={section.title} className="stack">
          <Field
            label={section.title}
            value={section.text}
            onChange={next => set(nth, next)}
            max={3000}
            tall
            placeholder="请写几句，或者说几句"
          />
          <Sources figures={figuresOf(section.title)} />
        </View>
      ))}
    </Screen>
  )
}

/** 述职, written by the secretary: drafted from the year's rows, each sentence theirs to change. */
export const WriteDebrief = ({ branchId, year }: Props) => {
  const drafted = useQuery('debrief.draft', { branchId, year })
  const standing = useQuery('debrief.get', { branchId, year })
  const [handed, setHanded] = useState(false)
  if (handed) return <Handed branchId={branchId} year={year} />
  if (drafted.data && standing.data) {
    const { submitted, open } = standing.data
    return (
      <Form
        key={`${branchId}/${String(year)}`}
        branchId={branchId}
        year={year}
        drafted={drafted.data}
        open={open}
        submitted={submitted}
        onDone={() => setHanded(true)}
      />
    )
  }
  return (
    <Screen>
      <Loaded query={drafted} cards={3}>
        {() => (
          <Loaded query={standing} cards={3}>
            {() => null}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  )
}
