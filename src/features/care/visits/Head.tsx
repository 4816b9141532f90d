import { View } from '@tarojs/components'
import { ruleWords } from '../../../../core/care/visits/kinds'
import { Portrait } from '../../../components/Portrait'
import { Fact } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { now } from '../../../platform/clock'
import { type Mine, stateOf } from './words'

/** Who is visited, for what, and how it stands; below, over the whole width, what was said of them. */
export const Head = ({ visit, large = false }: { visit: Mine; large?: boolean }) => (
  <>
    <View className="row tight-line">
      <Portrait large={large} name={visit.name} fileId={visit.portrait} />
      <View className="grow">
        <View className="strong">{visit.name}</View>
        <View>{ruleWords[visit.rule]}</View>
      </View>
      <StateChip {...stateOf(visit, now())} />
    </View>
    {visit.why !== undefined && (
      <Fact icon="talk" label="怎么了">
        {visit.why}
      </Fact>
    )}
  </>
)
