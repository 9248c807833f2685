using System.Globalization;
using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    public const string Help = """
        The practice cloud: an AWS-compatible cloud on 127.0.0.1 with a small company in it.

          --port NUMBER          listen there (4566)
          --company FILE         another company
          --assets FOLDER        where practice/ and scenarios/ are
          --scenario NAME|FILE   a scenario in force from the start; may be given several times
          --resolution SECONDS   how finely metrics are published: 60, 30, 10, 5 or 1
          --time-scale NUMBER    how much faster updates, reboots and deployments go (1)
          --functions NUMBER     so many Lambda functions more
          --help                 this text

        Accounts, keys, resources and the control door /_practice: docs/practice-cloud.md
        """;

    private static readonly Dictionary<string, Func<PracticeCloudOptions, string, PracticeCloudOptions>> Known = new(StringComparer.Ordinal)
    {
        ["--port"] = (options, value) => options with { Port = (int)Number("--port", value, 0, 65_535) },
        ["--company"] = (options, value) => options with { CompanyFile = value },
        ["--assets"] = (options, value) => options with { Assets = value },
        ["--scenario"] = (options, value) => options with { Scenarios = [.. options.Scenarios, value] },
        ["--resolution"] = (options, value) => options with { Resolution = TimeSpan.FromSeconds(Number("--resolution", value, 1, 60)) },
        ["--time-scale"] = (options, value) => options with { TimeScale = Number("--time-scale", value, 0.001, 10_000) },
        ["--functions"] = (options, value) => options with { GeneratedFunctions = (int)Number("--functions", value, 0, 200_000) },
    };

    public static bool WantsHelp(string[] args) => args.Any(arg => arg is "--help" or "-h");

    public static PracticeCloudOptions Parse(string[] args)
    {
        var options = new PracticeCloudOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!Known.TryGetValue(args[i], out var set))
            {
                throw new DataFileException("command line", args[i], "is no option; --help lists them");
            }

            options = i + 1 < args.Length ? set(options, args[i + 1]) : throw new DataFileException("command line", args[i], "needs a value");
        }

        return options;
    }

    private static double Number(string option, string value, double least, double most) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new DataFileException("command line", option, string.Create(CultureInfo.InvariantCulture, $"is a number from {least} to {most}, not {value}"));
}
