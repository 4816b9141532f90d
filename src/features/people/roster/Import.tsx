import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Progress } from '../../../components/Progress'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { goBack } from '../../../platform/go'
import { outcomeOf } from './asked'
import { PreviewRows } from './PreviewRows'
import { type ImportRefusal, useImport } from './useImport'
import { isUnsure } from '../../../platform/query'

const Refused = ({ refusal, onRetry }: { refusal: ImportRefusal; onRetry: () => unknown }) => {
  if (refusal.code === 'ROSTER_FILE_UNREADABLE') {
    return (
      <Notice tone="danger" title={refusal.data.message}>
        <View>名册没有变。改好以后，再选一次文件。</View>
      </Notice>
    )
  }
  // A workbook that cannot be read does not become readable by trying again.
  return isUnsure(refusal) ? <Failure refusal={refusal} onRetry={onRetry} /> : <Failure refusal={refusal} />
}

const Help = ({ branchId }: { branchId: string }) => (
  <Card title="怎样导入">
    <View>1. 把花名册的 Excel 表（.xlsx）发到微信里，发给“文件传输助手”就行。</View>
    <View>2. 按下面的红按钮，选那个文件。</View>
    <View>3. 看一看每个人会怎样，没问题再确认。没确认之前，名册不会变。</View>
    <View className="soft">表头叫法不一样也认得；同一张表再导入一次，不会重复。</View>
    <ExportButton words="下载空白模板" icon="file" name="花名册模板.xlsx" make={() => call('roster.template', { branchId })} />
  </Card>
)

/** Brings a roster in from Excel: choose, see each row's fate, confirm once. */
export const Import = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const { sent, step, decisions, refusal, choose, again, lookAgain, decide, confirm } = useImport(branchId)
  const changed = refusal?.code === 'ROSTER_CHANGED'

  if (step.at === 'done') {
    const { added, changed: altered, unchanged, leftOut = 0 } = step.result
    return (
      <Screen main={<BigButton onPress={goBack}>好，看花名册</BigButton>}>
        <Notice tone="good" title="花名册导入好了">
          <View>
            新加 {added} 人，改了 {altered} 人，{unchanged} 人没有变。
          </View>
          {leftOut > 0 && <View>另有 {leftOut} 人您没有说明或选了不导入，没有进名册。</View>}
        </Notice>
      </Screen>
    )
  }
  if (step.at === 'preview') {
    const { preview } = step
    const { imported, open } = outcomeOf(preview.rows, decisions)
    const words = open > 0 ? `导入 ${imported} 人，${open} 人先不导入` : `确认导入 ${imported} 人`
    return (
      <Screen
        main={
          changed ? (
            <BigButton icon="retry" onPress={lookAgain}>
              用原来的文件重新核对
            </BigButton>
          ) : imported > 0 ? (
            <BigButton icon="check" busyWords="正在导入…" onPress={() => confirm(preview)}>
              {words}
            </BigButton>
          ) : (
            <BigButton onPress={goBack}>好，返回</BigButton>
          )
        }
      >
        {changed && (
          <Notice tone="warn" title="名册刚才被别人改过，这次还没有导入">
            <View>文件还在，不用重新选。按下面的按钮重新核对一遍，再确认。</View>
          </Notice>
        )}
        {refusal && !changed && <Refused refusal={refusal} onRetry={() => confirm(preview)} />}
        <PreviewRows preview={preview} fileName={sent?.name ?? ''} decisions={decisions} onDecide={decide} />
        <Button kind="quiet" onPress={choose}>
          换一个文件
        </Button>
      </Screen>
    )
  }
  const busy = step.at !== 'choose'
  return (
    <Screen
      main={
        <BigButton icon="upload" busy={busy} onPress={choose}>
          选 Excel 文件
        </BigButton>
      }
    >
      <View className="title">导入到{branchName}</View>
      {refusal && <Refused refusal={refusal} onRetry={again} />}
      {step.at === 'sending' && (
        <Card>
          <Progress done={step.percent} total={100} words="正在上传文件" />
        </Card>
      )}
      {step.at === 'reading' && (
        <Card>
          {step.total > 0 ? (
            <Progress done={step.done} total={step.total} words={`正在核对，共 ${step.total} 人`} />
          ) : (
            <View>正在读表…</View>
          )}
          <View className="soft">请不要离开，马上就好。</View>
        </Card>
      )}
      {step.at === 'choose' && sent && !refusal && (
        <Notice tone="info" title={`上次选的“${sent.name}”还没有导入`}>
          <Button onPress={again}>接着看这个文件</Button>
        </Notice>
      )}
      <Help branchId={branchId} />
    </Screen>
  )
}
