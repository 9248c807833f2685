namespace Helm.PracticeCloud;

/// <summary>How the practice cloud is set up.</summary>
public sealed record PracticeCloudOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; } = 4566;

    /// <summary>The folder with practice/ and scenarios/; absent: assets beside the program or above it.</summary>
    public string? Assets { get; init; }

    /// <summary>A company document; absent: the one that comes along.</summary>
    public string? CompanyFile { get; init; }

    /// <summary>Names or files of the scenarios in force from the start.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Functions added to the first account, named generated-00001 and so on, for measurements of scale.</summary>
    public int GeneratedFunctions { get; init; }

    /// <summary>How finely metrics are published: 60 seconds as in most of CloudWatch, down to 1 for the demo.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much faster than in a real cloud updates, reboots, deployments and alarms go.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>A scenario that is ended at the control door leaves no history, so that in the demo it is gone at the next look. One that is cleared by the right calls leaves its history in any case.</summary>
    public bool ForgetEnded { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
