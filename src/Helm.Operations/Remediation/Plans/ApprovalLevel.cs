namespace Helm.Operations.Remediation.Plans;

/// <summary>What it takes before a change is made; ordered, so that a plan needs the most of what its steps need.</summary>
public enum ApprovalLevel
{
    /// <summary>Runs by itself.</summary>
    Automatic,

    /// <summary>A plain yes of the person who was asked, or more.</summary>
    Confirm,

    /// <summary>The three words, typed or spoken, or a pressed button: a bare yes is not enough. All of production.</summary>
    Challenge,

    /// <summary>Helm does not do it, whoever asks.</summary>
    Never,
}
