// Factors that are exact by definition, so that only the result is rounded. Sources: the SI brochure
// (BIPM, 9th edition) with its tables of units in use; the international yard and pound of 1959
// (NIST Special Publication 811, appendix B: 1 yd = 0.9144 m, 1 lb = 0.45359237 kg); the US gallon of
// 231 cubic inches (NIST Handbook 44, appendix C) and the imperial one of 4.54609 l (Weights and
// Measures Act 1985, schedule 1); the thermochemical calorie of 4.184 J (ISO 80000-5); bits and bytes
// by IEC 80000-13. Cooking: Swedish and metric kitchen measures, the US cup as half a US pint.

/** A value in this unit, plus `added`, times `above / below`, is the value in the kind's own unit. */
export type Unit = {
  readonly id: string
  /** What is printed after the number in every language; "" where there is only a word. */
  readonly symbol: string
  readonly above: string
  readonly below: string
  readonly added: string
}

type Row = readonly [id: string, symbol: string, above: string, below?: string, added?: string]

const rows = {
  // The first pair stands in main.ts as well, so that it works before this list is there.
  length: [
    ['mm', 'mm', '0.001'],
    ['cm', 'cm', '0.01'],
    ['m', 'm', '1'],
    ['km', 'km', '1000'],
    ['mil', '', '10000'],
    ['in', 'in', '0.0254'],
    ['ft', 'ft', '0.3048'],
    ['yd', 'yd', '0.9144'],
    ['mi', 'mi', '1609.344'],
    ['nmi', 'nmi', '1852'],
  ],
  mass: [
    ['mg', 'mg', '0.001'],
    ['g', 'g', '1'],
    ['hg', 'hg', '100'],
    ['kg', 'kg', '1000'],
    ['t', 't', '1000000'],
    ['oz', 'oz', '28.349523125'],
    ['lb', 'lb', '453.59237'],
    ['st', 'st', '6350.29318'],
  ],
  volume: [
    ['ml', 'ml', '0.001'],
    ['cl', 'cl', '0.01'],
    ['dl', 'dl', '0.1'],
    ['l', 'l', '1'],
    ['m3', 'm³', '1000'],
    ['floz', 'fl oz', '0.0295735295625'],
    ['pt', 'pt', '0.473176473'],
    ['gal', 'gal', '3.785411784'],
    ['ukpt', 'pt', '0.56826125'],
    ['ukgal', 'gal', '4.54609'],
  ],
  temperature: [
    ['c', '°C', '1', '1', '273.15'],
    ['f', '°F', '5', '9', '459.67'],
    ['k', 'K', '1'],
  ],
  area: [
    ['cm2', 'cm²', '0.0001'],
    ['m2', 'm²', '1'],
    ['ha', 'ha', '10000'],
    ['km2', 'km²', '1000000'],
    ['ft2', 'ft²', '0.09290304'],
    ['ac', 'ac', '4046.8564224'],
    ['mi2', 'mi²', '2589988.110336'],
  ],
  speed: [
    ['mps', 'm/s', '1'],
    ['kmh', 'km/h', '1', '3.6'],
    ['mph', 'mph', '0.44704'],
    ['kn', 'kn', '1.852', '3.6'],
  ],
  time: [
    ['ms', 'ms', '0.001'],
    ['s', 's', '1'],
    ['min', 'min', '60'],
    ['h', 'h', '3600'],
    ['d', '', '86400'],
    ['wk', '', '604800'],
  ],
  data: [
    ['bit', 'bit', '1', '8'],
    ['byte', 'B', '1'],
    ['kb', 'kB', '1000'],
    ['mb', 'MB', '1000000'],
    ['gb', 'GB', '1000000000'],
    ['tb', 'TB', '1000000000000'],
    ['kib', 'KiB', '1024'],
    ['mib', 'MiB', '1048576'],
    ['gib', 'GiB', '1073741824'],
  ],
  energy: [
    ['j', 'J', '1'],
    ['kj', 'kJ', '1000'],
    ['cal', 'cal', '4.184'],
    ['kcal', 'kcal', '4184'],
    ['wh', 'Wh', '3600'],
    ['kwh', 'kWh', '3600000'],
  ],
  cooking: [
    ['pinch', '', '1'],
    ['tsp', '', '5'],
    ['tbsp', '', '15'],
    ['kdl', 'dl', '100'],
    ['cup', '', '236.5882365'],
    ['mcup', '', '250'],
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>

export type Kind = keyof typeof rows
export type UnitId = (typeof rows)[Kind][number][0]

const isKind = (name: string): name is Kind => Object.hasOwn(rows, name)

export const kindOf = (name: string): Kind => (isKind(name) ? name : 'length')

const unit = ([id, symbol, above, below = '1', added = '0']: Row): Unit => ({
  id,
  symbol,
  above,
  below,
  added,
})

export const unitsOf = (kind: Kind): readonly Unit[] => rows[kind].map(unit)

/** What a kind shows when it is chosen: from the one to the other. */
export const firstPair: Readonly<Record<Kind, readonly [UnitId, UnitId]>> = {
  length: ['km', 'mi'],
  mass: ['kg', 'lb'],
  volume: ['l', 'gal'],
  temperature: ['c', 'f'],
  area: ['m2', 'ft2'],
  speed: ['kmh', 'mph'],
  time: ['h', 'min'],
  data: ['gb', 'gib'],
  energy: ['kcal', 'kj'],
  cooking: ['kdl', 'cup'],
}
