import { quote, registry, type Model } from '@kie/registry';
import { exitCodes } from '../cli/exit-codes.ts';
import { hint, isVendor, selectTypes } from '../plan/selection.ts';
import type { ModelsOptions } from '../cli/options.ts';
import { UsageError } from '../usage-error.ts';
import type { CliWorld } from '../cli/world.ts';
import { columns, priceWords } from './words.ts';

function chosen({ type, vendor, status }: ModelsOptions): readonly Model[] {
  const [only] = selectTypes(registry, type === undefined ? undefined : [type]);
  const listed = registry.list(status === undefined ? {} : { status: status as Model['status'] });
  const found = listed.filter(
    (model) =>
      (type === undefined || model.type === only) && (vendor === undefined || isVendor(model.vendor, vendor)),
  );
  if (vendor !== undefined && found.length === 0 && !listed.some((model) => isVendor(model.vendor, vendor))) {
    const vendors = [...new Set(listed.map((model) => model.vendor))];
    throw new UsageError(`There is no vendor "${vendor}".${hint(vendor, vendors)}`);
  }
  return found;
}

/** `kie-sanity models`: one line for each model. */
export function models(options: ModelsOptions, world: CliWorld): number {
  const found = chosen(options);
  if (options.json === true) {
    const rows = found.map((model) => {
      const { id, title, vendor, type, output, status, docsUrl } = model;
      return { id, title, vendor, type, output, status, docsUrl, price: quote(model, {}) };
    });
    world.out(`${JSON.stringify(rows, undefined, 2)}\n`);
    return exitCodes.ok;
  }
  const rows = found.map((model) => [model.id, model.type, model.vendor, priceWords(quote(model, {}))]);
  world.out(columns([['model', 'type', 'vendor', 'credits'], ...rows], world.look));
  world.out(`${found.length} ${found.length === 1 ? 'model' : 'models'}\n`);
  return exitCodes.ok;
}
