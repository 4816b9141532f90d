import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Progress } from '../../../components/Progress'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { goBack } from '../../../platform/go'
import { isUnsure } from '../../../platform/query'
import { outcomeOf } from './asked'
import { outcomeOfBranches } from './branches'
import { ImportHelp } from './ImportHelp'
import { PreviewBranches } from './PreviewBranches'
import { PreviewRows } from './PreviewRows'
import { type ImportRefusal, type Into, type Preview, useImport } from './useImport'

const Refused = ({ refusal, onRetry }: { refusal: ImportRefusal; onRetry: () => unknown }) => {
  if (refusal.code === 'ROSTER_FILE_UNREADABLE') {
    return (
      <Notice tone="danger" title={refusal.data.message}>
        <View>名册没有变。改好以后，再选一次文件。</View>
      </Notice>
    )
  }
  if (refusal.code === 'ROSTER_TOO_LONG' && refusal.data.branchName !== undefined) {
    const { branchName, found, most } = refusal.data
    return (
      <Notice tone="danger" title={`“${branchName}”写了 ${found} 人，不像一个支部`}>
        <View>一个支部最多 {most} 人。名册没有变。请看看“所在党支部”一列，改好以后再选一次文件。</View>
      </Notice>
    )
  }
  // A workbook that cannot be read does not become readable by trying again.
  return isUnsure(refusal) ? <Failure refusal={refusal} onRetry={onRetry} /> : <Failure refusal={refusal} />
}

const Done = ({ result, founded, onLookAgain }: { result: Given<'roster.commit'>; founded: number; onLookAgain: () => unknown }) => {
  const { added, changed, unchanged, leftOut = 0, skipped = 0, overtaken = [] } = result
  return (
    <>
      <Notice tone="good" title="花名册导入好了">
        {founded > 0 && <View>新建了 {founded} 个支部。</View>}
        <View>
          新加 {added} 人，改了 {changed} 人，{unchanged} 人没有变。
        </View>
        {leftOut > 0 && <View>另有 {leftOut} 人您没有说明或选了不导入，没有进名册。</View>}
        {skipped > 0 && <View>支部还没有建的 {skipped} 人，没有导入。</View>}
      </Notice>
      {overtaken.length > 0 && (
        <Notice tone="warn" title={`${overtaken.length} 个支部刚才被别人改过，没有导入`}>
          <View>{overtaken.map(one => one.name).join('、')}。用原来的文件再核对、导入一次就行，别的支部不会重复。</View>
          <Button onPress={onLookAgain}>用原来的文件重新核对</Button>
        </Notice>
      )}
    </>
  )
}

interface Props {
  into: Into
  name: string
}

/** The words of the one button under a preview. */
const confirmWords = ({ newBranches = [] }: Preview, { imported, open }: { imported: number; open: number }, creates: boolean): string => {
  if (creates && newBranches.length > 0) return `新建 ${newBranches.length} 个支部，导入 ${imported} 人`
  return open > 0 ? `导入 ${imported} 人，${open} 人先不导入` : `确认导入 ${imported} 人`
}

/** Brings a roster in from Excel, of a branch or of all the branches below an organization: choose, see what becomes of it, confirm once. */
export const Import = ({ into, name }: Props) => {
  const { sent, step, decisions, refusal, choose, again, lookAgain, decide, confirm } = useImport(into)
  const [creates, setCreates] = useState(true)
  const ofBranches = 'orgId' in into
  const changed = refusal?.code === 'ROSTER_CHANGED'

  if (step.at === 'done')
    return (
      <Screen main={<BigButton onPress={goBack}>{ofBranches ? '好，返回' : '好，看花名册'}</BigButton>}>
        <Done result={step.result} founded={step.founded} onLookAgain={lookAgain} />
      </Screen>
    )
  if (step.at === 'preview') {
    const { preview } = step
    const outcome = ofBranches ? outcomeOfBranches(preview, decisions, creates) : outcomeOf(preview.rows, decisions)
    const press = () => confirm(preview, ofBranches ? creates : undefined)
    return (
      <Screen
        main={
          changed ? (
            <BigButton icon="retry" onPress={lookAgain}>
              用原来的文件重新核对
            </BigButton>
          ) : outcome.imported > 0 ? (
            <BigButton icon="check" busyWords="正在导入…" onPress={press}>
              {confirmWords(preview, outcome, creates)}
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
        {refusal && !changed && <Refused refusal={refusal} onRetry={press} />}
        {ofBranches ? (
          <PreviewBranches
            preview={preview}
            fileName={sent?.name ?? ''}
            decisions={decisions}
            onDecide={decide}
            creates={creates}
            onCreates={setCreates}
          />
        ) : (
          <PreviewRows preview={preview} fileName={sent?.name ?? ''} decisions={decisions} onDecide={decide} />
        )}
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
      <Title>导入到{name}</Title>
      {refusal && <Refused refusal={refusal} onRetry={again} />}
      {step.at === 'sending' && (
        <Card>
          <Progress done={step.percent} total={100} words="正在上传文件" />
        </Card>
      )}
      {(step.at === 'reading' || step.at === 'importing') && (
        <Card>
          {step.total > 0 ? (
            <Progress
              done={step.done}
              total={step.total}
              words={`${step.at === 'reading' ? '正在核对' : '正在导入'}，共 ${step.total} 人`}
            />
          ) : (
            <View>{step.at === 'reading' ? '正在读表…' : '正在导入…'}</View>
          )}
          <View className="soft">{ofBranches ? '人多，要等一会儿。离开了再回来，会接着做，不会重复。' : '请不要离开，马上就好。'}</View>
        </Card>
      )}
      {step.at === 'choose' && sent && !refusal && (
        <Notice tone="info" title={`上次选的“${sent.name}”${sent.confirmed ? '还没有导入完' : '还没有导入'}`}>
          <Button onPress={again}>{sent.confirmed ? '接着导入' : '接着看这个文件'}</Button>
        </Notice>
      )}
      <ImportHelp into={into} />
    </Screen>
  )
}
