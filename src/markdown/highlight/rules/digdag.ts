import type { Language } from '../language.js';
import { words } from '../rule.js';
import { yamlLanguage } from './yaml.js';

/** Digdag's workflows: YAML whose keys are its operators. */
export const digdag: Language = yamlLanguage(
  words(
    {
      kr: `
        call> require> loop> for_each> if> fail> echo> td> td_run> td_ddl> td_load> td_for_each> td_wait> td_wait_table> td_partial_delete>
        td_table_export> pg> mail> http> s3_wait> redshift> redshift_load> redshift_unload> emr> gcs_wait> bq> bq_ddl> bq_extract> bq_load> sh> py>
        rb> embulk> _do _parallel`,
    },
    'na',
  ),
);
