import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import type { Preview } from './useImport'
import './PreviewRows.css'

/** How many rows of a file meet each fate. */
export const PreviewCounts = ({ counts, fileName }: Pick<Preview, 'counts'> & { fileName: string }) => (
  <Card title={fileName}>
    <View className="preview-counts">
      <View className="preview-count">
        <View className="preview-figure">{counts.new}</View>新加
      </View>
      <View className="preview-count">
        <View className="preview-figure">{counts.changed}</View>有变化
      </View>
      <View className="preview-count">
        <View className="preview-figure">{counts.unchanged}</View>没有变
      </View>
      <View className={`preview-count${counts.error > 0 ? ' danger' : ''}`}>
        <View className="preview-figure">{counts.error}</View>有错
      </View>
    </View>
  </Card>
)
