import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Many } from '../../../components/Many'
import { askedGroups, type Decision, type Decisions, keyOf, optionsFor, placeOf, type Row } from './asked'
import { Changes } from './Changes'

interface Props {
  rows: readonly Row[]
  decisions: Decisions
  onDecide: (rows: readonly Row[], decision: Decision) => void
}

/** As many rows of a kind as are answered one by one; for more there is one answer for all. */
const ONE_BY_ONE = 3

/** The rows that say of themselves “not this one”, “not here any more” or “perhaps another one”: each is answered before it is imported. */
export const AskedRows = ({ rows, decisions, onDecide }: Props) => (
  <>
    {askedGroups(rows).map(({ kind, title, rows: asked }) => {
      const options = optionsFor(kind)
      return (
        <Section key={kind} title={`${title} ${asked.length} 人`}>
          {asked.length > ONE_BY_ONE && kind !== 'same' && kind !== 'twin' && (
            <Card title={`这 ${asked.length} 人都一样`}>
              {options.map(({ value, words }) => (
                <Button key={value} onPress={() => onDecide(asked, value)}>
                  {`都${words}`}
                </Button>
              ))}
            </Card>
          )}
          <Many items={asked} keyOf={keyOf} step={20}>
            {row => (
              <Card title={row.name}>
                <View className="soft small">{placeOf(row)}</View>
                {(row.asks ?? []).map(ask => (
                  <View key={ask.what}>{ask.words}</View>
                ))}
                {kind === 'same' && <Changes row={row} />}
                <Choice
                  label={`${row.name}怎么办`}
                  options={options}
                  value={decisions[keyOf(row)]}
                  onChange={decision => onDecide([row], decision)}
                />
              </Card>
            )}
          </Many>
        </Section>
      )
    })}
  </>
)
