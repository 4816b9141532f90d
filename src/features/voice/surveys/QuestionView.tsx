import { View } from '@tarojs/components'
import type { BallotAnswer } from '../../../../core/voice/ballots/answers'
import { LONGEST_TEXT } from '../../../../core/voice/ballots/answers'
import type { SurveyQuestion } from '../../../../core/voice/surveys/questions'
import { Choice } from '../../../components/Choice'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { optionsOf } from './words'

type One = BallotAnswer[number]

interface Props {
  question: SurveyQuestion
  /** 第几题. */
  label: string
  value: One
  onChange: (value: One) => void
}

const isList = (value: One): value is readonly number[] => typeof value === 'object' && value !== null

/** Several may be chosen. */
const Several = ({ question, label, value, onChange }: Props) => {
  const chosen = isList(value) ? value : []
  const most = question.most ?? 1
  const toggle = (at: number) => {
    if (chosen.includes(at)) onChange(chosen.filter(one => one !== at))
    else if (chosen.length < most) onChange([...chosen, at].sort((one, other) => one - other))
  }
  return (
    <View className="field">
      <View className="field-label strong">{label}</View>
      <View className="soft small">{`最多选${String(most)}个，已经选了${String(chosen.length)}个`}</View>
      <View className="choices">
        {optionsOf(question).map((words, at) => (
          <View
            key={words}
            className={`choice row${chosen.includes(at) ? ' chosen' : ''}`}
            onClick={() => toggle(at)}
            {...spoken('checkbox', { checked: chosen.includes(at) })}
          >
            <Icon name={chosen.includes(at) ? 'done' : 'radio'} tone={chosen.includes(at) ? 'ink' : 'soft'} />
            <View className="grow">{words}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

/** One question with large rows, or a place for own words; it may be left out. */
export const QuestionView = (props: Props) => {
  const { question, label, value, onChange } = props
  if (question.kind === 'text')
    return (
      <Field
        label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
        max={LONGEST_TEXT}
        tall
        placeholder="可以不写"
        hint="写的话会原样给大家看，请不要写自己的名字。"
      />
    )
  if (question.kind === 'choice' && (question.most ?? 1) > 1) return <Several {...props} />
  const words = optionsOf(question)
  // The best grade first, as on paper.
  const order = question.kind === 'grade' ? [...words.keys()].reverse() : [...words.keys()]
  const chosen = question.kind === 'grade' ? (typeof value === 'number' ? value - 1 : undefined) : isList(value) ? value[0] : undefined
  return (
    <Choice
      label={label}
      options={order.map(at => ({ value: String(at), words: words[at] ?? '' }))}
      value={chosen === undefined ? undefined : String(chosen)}
      onChange={next => onChange(question.kind === 'grade' ? Number(next) + 1 : [Number(next)])}
    />
  )
}
