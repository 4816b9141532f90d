import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localTemplates } from '../local-environment'
import { demoIntroduction } from './introduction'
import { demoPeople, type DemoKind } from './roster'

/** Writes into a data folder what the desk is told of the product and of a demo; answers the files. */
export const writeDesk = async (data: string, demo: DemoKind) => {
  const write = async (name: string, told: unknown): Promise<string> => {
    const file = join(data, `${name}.json`)
    await writeFile(file, JSON.stringify(told))
    return file
  }
  return {
    people: await write('people', demoPeople(demo)),
    templates: await write('templates', localTemplates),
    introduction: await write('introduction', demoIntroduction(demo)),
  }
}
