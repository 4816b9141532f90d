import { View } from '@tarojs/components'
import { s3Strands, strands, strandWords } from '../../../../core/life/strands/kinds'
import { Bars } from '../../../components/Bars'
import { Card } from '../../../components/Card'
import type { Given } from '../../../platform/call'

/** How many in each strand, beside the branch that this practice comes from. */
export const Strands = ({ shown, year }: { shown: Given<'activity.year'>; year: number }) => {
  const most = Math.max(1, ...strands.map(strand => shown.strands[strand]))
  return (
    <Card title={`${String(year)}年办了 ${String(shown.held)} 次活动`}>
      <Bars
        unit="场"
        bars={strands.map(strand => ({ label: strandWords[strand], count: shown.strands[strand], share: shown.strands[strand] / most }))}
      />
      <View className="soft small">
        {`对照一下：介绍经验的老干部支部，几年里${strands.map(strand => `${strandWords[strand]} ${String(s3Strands[strand])} 场`).join('、')}。`}
      </View>
    </Card>
  )
}
