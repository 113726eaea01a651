<?php
// Checks a package with the program tongzhou: php check.php PACKAGE

$program = proc_open(
    ["tongzhou", "validate", "--format", "json", $argv[1]],
    [1 => ["pipe", "w"], 2 => STDERR],
    $pipes
);
$report = json_decode(stream_get_contents($pipes[1]), true);
$code = proc_close($program);
if (!in_array($code, [0, 1], true) || $report === null) {
    echo "could not be checked\n";
    exit(3);
}
foreach ($report["findings"] as $finding) {
    if ($finding["severity"] === "error") {
        echo $finding["code"], " ", $finding["pointer"] ?? "", " ", $finding["message"]["zh-CN"], "\n";
    }
}
echo "errors: ", $report["counts"]["errors"], "\n";
exit($code);
