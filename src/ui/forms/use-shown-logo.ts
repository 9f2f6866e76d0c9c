import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {uploadedLogo} from '../../gitlab/uploaded-logo.ts';
import type {Said} from '../../texts/said.ts';

/** The logo that a form shows as the one that is there. */
interface ShownLogo {
  /** Whether it is known whether there is one. */
  readonly isKnown: boolean;
  /** Its bytes as base64; undefined where none was uploaded. */
  readonly base64?: string | undefined;
  /** Why it could not be read. */
  readonly fault?: Said;
}

/** Reads the logo that was uploaded for a project: one that nobody saw is not replaced. @param project undefined until it is known */
export function useShownLogo(gitlab: GitLab, project: Project | undefined): ShownLogo {
  const read = useSignal<ShownLogo & {readonly of?: Project}>({isKnown: false});
  const isUploaded = project?.avatar === 'uploaded';
  useEffect(() => {
    if (project === undefined || !isUploaded) return;
    const give = (logo: ShownLogo) => {
      read.value = {...logo, of: project};
    };
    uploadedLogo(gitlab, project).then(
      base64 => give({isKnown: true, base64}),
      error => give({isKnown: false, fault: problemOf(error).words}),
    );
  }, [project]);
  if (!isUploaded) return {isKnown: project !== undefined};
  return read.value.of === project ? read.value : {isKnown: false};
}
