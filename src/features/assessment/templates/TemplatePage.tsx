import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { blankRule, differences, draftOf, type DraftRule, isTemplateDraft, standardsOf, sumOf, type TemplateDraft } from './draft'
import { RuleForm } from './RuleForm'
import { TryOut } from './TryOut'

type Template = Given<'assessment.standards'>
interface Place {
  orgId: string
  orgName: string
}

/** Which rule is being changed; one past the last is a new one. */
interface Editing {
  standard: number
  rule: number
}

const noteOf = (rule: DraftRule, sources: Given<'assessment.sources'>['items']): string => {
  if (rule.by === 'visit') return '到现场看'
  if (rule.by === 'people') return '由人来评'
  const source = sources.find(one => one.source === rule.source)
  return source?.measures.find(one => one.measure === rule.measure)?.text ?? '系统算'
}

const withRules = (draft: TemplateDraft, at: number, rules: DraftRule[]): Partial<TemplateDraft> => ({
  standards: draft.standards.map((one, index) => (index === at ? { ...one, rules } : one)),
})

/** Another office saved meanwhile: what is different there, and which of the two shall stand. What was typed here is kept until one is chosen. */
const Theirs = ({
  mine,
  theirs,
  onMine,
  onTheirs,
}: {
  mine: TemplateDraft
  theirs: Template
  onMine: () => unknown
  onTheirs: () => void
}) => {
  const different = differences(mine, draftOf(theirs))
  const who = theirs.saved ? `${theirs.saved.by} ${moment(theirs.saved.at)}` : '别人'
  return (
    <Notice tone="warn" title={`${who}存了第 ${String(theirs.version)} 版`}>
      <View>{different.length === 0 ? '和您写的一样。' : '您写的都还在。那一版不一样的地方：'}</View>
      <Many items={different.map((words, at) => ({ words, at }))} keyOf={one => String(one.at)} unit="处">
        {one => <View>{one.words}</View>}
      </Many>
      <Button icon="done" onPress={onMine}>
        照我写的再存一版
      </Button>
      <Button icon="back" onPress={onTheirs}>
        用那一版，不要我写的
      </Button>
    </Notice>
  )
}

const Editor = ({ template, place }: { template: Template; place: Place }) => {
  const own = template.orgId === place.orgId
  const [begun] = useState(() => draftOf(template))
  const { draft, change, done } = useDraft<TemplateDraft>(`template/${place.orgId}/${template.templateId}`, isTemplateDraft, begun)
  const [editing, edit] = useState<Editing | undefined>()
  const sources = useQuery('assessment.sources', {})
  const save = useCommand('assessment.template')
  const known = sources.data?.items ?? []
  // What another office saved after this was begun.
  const [other, setOther] = useState(() => (own && draft.version !== template.version ? template : undefined))
  const press = async (version = draft.version) => {
    const answer = await save.run({
      ...{ orgId: place.orgId, name: draft.name.trim(), kind: template.kind, standards: standardsOf(draft, own) },
      ...(own
        ? { templateId: template.templateId, version, from: template.from, document: template.document }
        : { document: template.document }),
    })
    if (answer && !answer.ok && answer.code === 'CONFLICT') {
      const now = await call('assessment.standards', { orgId: place.orgId, templateId: template.templateId })
      if (now.ok) setOther(now.data)
    }
    if (!answer?.ok) return
    done(begun)
    goInstead(routes.assessmentTemplates({ orgId: place.orgId, name: place.orgName }))
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && (save.refusal.code !== 'CONFLICT' || !other) && <Failure refusal={save.refusal} onSeen={save.forget} />}
          {!other && (
            <BigButton icon="done" disabled={draft.name.trim() === ''} busyWords="正在存…" onPress={() => press()}>
              {own ? '存成新的一版' : '另存为自己的标准'}
            </BigButton>
          )}
        </>
      }
    >
      <Title>{template.name}</Title>
      {other && (
        <Theirs
          mine={draft}
          theirs={other}
          onMine={() => press(other.version)}
          onTheirs={() => {
            save.forget()
            change(draftOf(other))
            setOther(undefined)
          }}
        />
      )}
      <View className="soft">{`依据：${template.document}。已经开始的考评还按原来的标准。`}</View>
      <Field label="标准的名字" value={draft.name} onChange={name => change({ name })} max={40} />
      <Notice tone={sumOf(draft) === 100 ? 'good' : 'info'} title={`一共 ${String(sumOf(draft))} 分`} />
      {draft.standards.map((one, at) => (
        <Fold key={`${String(at)}${one.name}`} title={`${one.name}（${String(one.rules.length)} 条）`}>
          {() => (
            <View className="stack">
              {one.rules.map((rule, index) =>
                editing?.standard === at && editing.rule === index ? (
                  <RuleForm
                    key={`${String(index)}edit`}
                    rule={rule}
                    sources={known}
                    onSave={next => {
                      change(withRules(draft, at, one.rules.map((each, nth) => (nth === index ? next : each)))) // prettier-ignore
                      edit(undefined)
                    }}
                    onRemove={() => {
                      change(withRules(draft, at, one.rules.filter((_, nth) => nth !== index))) // prettier-ignore
                      edit(undefined)
                    }}
                    onClose={() => edit(undefined)}
                  />
                ) : (
                  <ShortRow
                    key={`${String(index)}${rule.text}`}
                    name={rule.text}
                    note={`${rule.points} 分 · ${noteOf(rule, known)}`}
                    onPress={() => edit({ standard: at, rule: index })}
                  />
                ),
              )}
              {editing?.standard === at && editing.rule === one.rules.length ? (
                <RuleForm
                  rule={blankRule}
                  sources={known}
                  onSave={next => {
                    change(withRules(draft, at, [...one.rules, next]))
                    edit(undefined)
                  }}
                  onRemove={undefined}
                  onClose={() => edit(undefined)}
                />
              ) : (
                <Button kind="quiet" icon="add" about={one.name} onPress={() => edit({ standard: at, rule: one.rules.length })}>
                  加一条
                </Button>
              )}
            </View>
          )}
        </Fold>
      ))}
      <AddStandard onAdd={name => change({ standards: [...draft.standards, { name, rules: [] }] })} />
      <TryOut orgId={place.orgId} draft={draft} />
    </Screen>
  )
}

const AddStandard = ({ onAdd }: { onAdd: (name: string) => void }) => {
  const [name, setName] = useState('')
  return (
    <Unfold icon="add" words="加一项标准">
      {close => (
        <View className="stack">
          <Field label="这一项叫什么" value={name} onChange={setName} max={60} placeholder="例如：品牌建设好" />
          <Button
            icon="done"
            disabled={name.trim() === ''}
            onPress={() => {
              onAdd(name.trim())
              setName('')
              close()
            }}
          >
            加上
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** A template: read, tried on real branches, changed rule by rule, saved as one's own. */
export const TemplatePage = ({ templateId, ...place }: Place & { templateId: string }) => {
  const query = useQuery('assessment.standards', { orgId: place.orgId, templateId })
  if (query.data) return <Editor template={query.data} place={place} />
  return (
    <Screen>
      <Loaded query={query} cards={4}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
