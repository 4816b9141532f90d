import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { call } from '../../../platform/call'
import type { Into } from './useImport'

/** How a roster is imported, and an empty one to fill in. */
export const ImportHelp = ({ into }: { into: Into }) => {
  const ofBranches = 'orgId' in into
  return (
    <Card title="怎样导入">
      <View>1. 把花名册的 Excel 表（.xlsx）发到微信里，发给“文件传输助手”就行。</View>
      {ofBranches && <View>2. 表里要有“所在党支部”一列，写明每个人的支部；有几个街道的，再加一列“所属街道”。</View>}
      <View>{ofBranches ? 3 : 2}. 按下面的红按钮，选那个文件。</View>
      <View>
        {ofBranches
          ? '4. 看一看各支部会怎样，没问题再确认。没有的支部，确认时一起新建。'
          : '3. 看一看每个人会怎样，没问题再确认。没确认之前，名册不会变。'}
      </View>
      <View className="soft">
        {ofBranches ? '没确认之前，名册不会变；同一张表再导入一次，不会重复。' : '表头叫法不一样也认得；同一张表再导入一次，不会重复。'}
      </View>
      <ExportButton words="下载空白模板" icon="file" name="花名册模板.xlsx" make={() => call('roster.template', into)} />
    </Card>
  )
}
