import { View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import type { Row } from './asked'
import './PreviewRows.css'

/** What a row changes, field by field. */
export const Changes = ({ row }: { row: Row }) => (
  <>
    {(row.changes ?? []).map(({ field, label, from, to }) => (
      <View key={field}>
        <View className="soft small">{label}</View>
        <View className="preview-change">
          <View className="preview-from">{from || '空着'}</View>
          <Icon name="arrow" tone="soft" />
          <View className="strong">{to || '空着'}</View>
        </View>
      </View>
    ))}
  </>
)
