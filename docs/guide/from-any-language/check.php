<?php
// Checks a file with the program tongzhou: php check.php FILE

if ($argc !== 2) {
    fwrite(STDERR, "php check.php FILE\n");
    exit(2);
}
// Into a file: who reads from the pipe until it ends waits for ever where the program does.
$output = tmpfile();
$program = proc_open(["tongzhou", "validate", "--format", "json", $argv[1]], [1 => $output, 2 => STDERR], $pipes);
$until = time() + 300;
do {
    usleep(5000);
    $state = $program ? proc_get_status($program) : ["running" => false, "exitcode" => 3];
} while ($state["running"] && time() < $until);
if ($state["running"]) {
    proc_terminate($program, 9);
}
$code = $state["exitcode"];
rewind($output);
$report = json_decode(stream_get_contents($output), true);
if (!in_array($code, [0, 1], true) || $report === null) {
    fwrite(STDERR, "could not be checked\n");
    exit(3);
}
foreach ($report["findings"] as $finding) {
    if ($finding["severity"] === "error") {
        echo $finding["code"], " ", $finding["pointer"] ?? "", " ", $finding["message"]["zh-CN"], "\n";
    }
}
echo "errors: ", $report["counts"]["errors"], "\n";
exit($code);
