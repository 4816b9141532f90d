import * as z from 'zod'
import { contract } from '../../core/contract'

/** Every property of an answer, by its name, with what its JSON Schema says. */
const propertiesOf = (schema: unknown): [string, unknown][] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.entries(schema.properties ?? {}) : []
  return [...own, ...Object.values(schema).flatMap(propertiesOf)]
}
const enumOf = (schema: unknown): string[] => z.object({ items: z.object({ enum: z.array(z.string()) }) }).parse(schema).items.enum

const answers = Object.entries(contract).map(([op, { output }]) => ({
  noun: op.split('.')[0] ?? '',
  op,
  properties: propertiesOf(z.toJSONSchema(output)),
}))

describe('what an answer says its reader may do', () => {
  const told = answers.flatMap(({ noun, op, properties }) =>
    properties.flatMap(([name, schema]) => (name === 'may' ? [[op, enumOf(schema).map(verb => `${noun}.${verb}`)] as const] : [])),
  )

  test('is a list of verbs, each an operation of the same capability', () => {
    expect(told.length).toBeGreaterThan(10)
    for (const [op, verbs] of told) expect([op, verbs.filter(verb => !Object.hasOwn(contract, verb))]).toEqual([op, []])
  })

  test('is told in no other way', () => {
    const otherwise = answers.flatMap(({ op, properties }) =>
      properties.flatMap(([name]) => (/^may[A-Z]/u.test(name) ? [`${op}: ${name}`] : [])),
    )
    expect(otherwise).toEqual([])
  })
})
