import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import type { Given } from '../../../platform/call'
import type { DraftRule } from './draft'

type Sources = Given<'assessment.sources'>['items']

interface Props {
  rule: DraftRule
  sources: Sources
  onSave: (rule: DraftRule) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text)) && Number(text) >= 0
const isPoints = (text: string): boolean => isNumber(text) && Number(text) > 0 && Number.isInteger(Number(text) * 2)

/** One rule: its words, its points, and by what figure it is judged, or that people judge it. */
export const RuleForm = ({ rule: begin, sources, onSave, onRemove, onClose }: Props) => {
  const [rule, setRule] = useState(begin)
  const [tried, setTried] = useState(false)
  const change = (more: Partial<DraftRule>) => setRule(before => ({ ...before, ...more }))
  const source = sources.find(one => one.source === rule.source)
  const measure = source?.measures.find(one => one.measure === rule.measure)
  const bySystem = rule.by === 'system'
  const lacks = {
    text: rule.text.trim() === '',
    points: !isPoints(rule.points),
    measure: bySystem && measure === undefined,
    atLeast: bySystem && !isNumber(rule.atLeast),
    less: bySystem && rule.less !== 'none' && !isNumber(rule.lessBy),
  }
  const press = () => {
    setTried(true)
    if (!Object.values(lacks).some(one => one)) onSave(rule)
  }
  const say = (wrong: boolean, words: string) => (tried && wrong ? words : undefined)
  return (
    <Card>
      <View className="stack">
        <Field
          label="这一条写什么"
          value={rule.text}
          onChange={text => change({ text })}
          max={200}
          tall
          placeholder="例如：主题党日每月一次"
          error={say(lacks.text, '请写清楚要求')}
        />
        <Field
          label="多少分（可以有半分）"
          value={rule.points}
          onChange={points => change({ points })}
          max={5}
          keyboard="text"
          placeholder="例如：4 或 4.5"
          error={say(lacks.points, '请写一个数，可以有半分')}
        />
        <Choice
          label="谁来评"
          options={[
            { value: 'system', words: '系统按平时的记录算', hint: '不用填表' },
            { value: 'people', words: '由人来评' },
            { value: 'visit', words: '到现场看' },
          ]}
          value={rule.by}
          onChange={by => change({ by })}
        />
        {bySystem && (
          <>
            <PickOne
              label="看哪方面"
              options={sources.map(one => ({ value: one.source, words: one.title }))}
              value={rule.source}
              onChange={value => change({ source: value, measure: '' })}
            />
            {source && (
              <PickOne
                label="看哪个数"
                options={source.measures.map(one => ({ value: one.measure, words: one.text }))}
                value={rule.measure}
                onChange={value => {
                  const isYes = source.measures.find(one => one.measure === value)?.unit === 'yes'
                  change({ measure: value, ...(isYes ? { atLeast: '1', less: 'none' } : {}) })
                }}
                error={say(lacks.measure, '请选一个数')}
              />
            )}
            {measure?.unit === 'yes' ? (
              <View className="soft">做到了得满分，没有做到不得分。</View>
            ) : (
              <>
                <Field
                  label={`到多少得满分（${measure?.unit ?? '数'}）`}
                  value={rule.atLeast}
                  onChange={atLeast => change({ atLeast })}
                  max={8}
                  placeholder="例如：100"
                  error={say(lacks.atLeast, '请写一个数')}
                />
                <Choice
                  label="不到的怎么算"
                  options={[
                    { value: 'none', words: '不得分' },
                    { value: 'half', words: '到一个数得一半' },
                    { value: 'lose', words: '少一个扣几分' },
                  ]}
                  value={rule.less}
                  onChange={less => change({ less })}
                />
                {rule.less !== 'none' && (
                  <Field
                    label={rule.less === 'half' ? '到多少得一半' : '少一个扣几分'}
                    value={rule.lessBy}
                    onChange={lessBy => change({ lessBy })}
                    max={8}
                    placeholder={rule.less === 'half' ? '例如：80' : '例如：0.5'}
                    error={say(lacks.less, '请写一个数')}
                  />
                )}
              </>
            )}
          </>
        )}
        <Button icon="done" onPress={press}>
          这一条写好了
        </Button>
        {onRemove && (
          <Button kind="danger" icon="remove" onPress={onRemove}>
            去掉这一条
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          不改了
        </Button>
      </View>
    </Card>
  )
}
