package dev.plankton.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Deployment;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of rules finds each violation. */
class RestrictedProfileTest {
    private static final String GOOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: example}
            spec:
              selector: {matchLabels: {app: example}}
              template:
                spec:
                  hostNetwork: false
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: example
                      ports: [{containerPort: 80}]
                      livenessProbe: {httpGet: {port: 80}}
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                  volumes:
                    - {name: tmp, emptyDir: {}}
            """;

    private static Pod pod(String text) {
        V1Deployment deployment =
                (V1Deployment) Types.read(Manifest.parse("a test", text).getFirst());
        return new Pod("example", Objects.requireNonNull(deployment.getSpec()).getTemplate());
    }

    @Test
    void findsNothingInAGoodPod() {
        assertThat(RestrictedProfile.violations(pod(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hostNetwork: false              | 'hostNetwork: true'                   | shares a namespace of the host",
                "runAsNonRoot: true              | 'fsGroup: 1'                          | may run as root",
                "runAsNonRoot: true              | 'runAsNonRoot: true, runAsUser: 0'    | runs as root",
                "type: RuntimeDefault            | 'type: Unconfined'                    | has no seccomp profile",
                "allowPrivilegeEscalation: false | 'readOnlyRootFilesystem: true'        | may gain privileges",
                "allowPrivilegeEscalation: false | 'allowPrivilegeEscalation: false, privileged: true'   | is privileged",
                "allowPrivilegeEscalation: false | 'allowPrivilegeEscalation: false, runAsNonRoot: false' | may run as root",
                "allowPrivilegeEscalation: false | 'allowPrivilegeEscalation: false, procMount: Unmasked' | sees all of /proc",
                "drop: [ALL]                     | 'drop: [KILL]'                        | keeps capabilities",
                "drop: [ALL]                     | 'drop: [ALL], add: [NET_ADMIN]'       | adds capabilities",
                "containerPort: 80               | 'containerPort: 80, hostPort: 80'     | takes a host port",
                "httpGet: {port: 80              | 'httpGet: {port: 80, host: 127.0.0.1' | probes another host",
                "emptyDir: {}                    | 'hostPath: {path: /etc}'              | has the volume tmp",
            })
    void findsEachViolation(String right, String wrong, String violation) {
        assertThat(GOOD).contains(right);
        assertThat(RestrictedProfile.violations(pod(GOOD.replace(right, wrong))))
                .containsExactly(violation);
    }
}
